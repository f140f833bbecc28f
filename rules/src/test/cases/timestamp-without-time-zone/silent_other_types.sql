-- Moments with their zone, days, hours, and what is only derived.
create table cue (id int primary key, at timestamptz, day date, hour time, lasts interval, zone text);
create view cue_local as select at at time zone zone as local_time from cue;
create materialized view cue_utc as select at at time zone 'UTC' as utc from cue;
