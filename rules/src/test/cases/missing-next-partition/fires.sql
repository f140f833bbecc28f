-- Tables in use whose partitions end today or have ended: by day, by month that ended early, below another, with a hole.
create table event (at timestamp not null, note text) partition by range (at);
create table reading (id int, at timestamptz not null) partition by range (at);
create schema live;
create table live."Cue" (show int, at timestamp) partition by list (show);
create table live."Cue 1" partition of live."Cue" for values in (1) partition by range (at);
create table live."Cue 2" partition of live."Cue" for values in (2) partition by range (at);
create table hole (at timestamp) partition by range (at);
do $$
declare
    today timestamp := date_trunc('day', now() at time zone 'UTC');
begin
    execute format('create table event_now partition of event for values from (%L) to (%L)', today - interval '11 days', today + interval '1 day');
    execute format('create table reading_now partition of reading for values from (%L) to (%L)', today - interval '5 days' || '+00', today || '+00');
    execute format('create table live."Cue 1 now" partition of live."Cue 1" for values from (%L) to (%L)', today - interval '13 days', today + interval '1 day');
    execute format('create table live."Cue 2 now" partition of live."Cue 2" for values from (%L) to (%L)', today - interval '13 days', today + interval '1 day');
    execute format('create table hole_now partition of hole for values from (%L) to (%L)', today - interval '11 days', today + interval '1 day');
    execute format('create table hole_later partition of hole for values from (%L) to (%L)', today + interval '20 days', today + interval '30 days');
    insert into event values (today, 'a');
    insert into reading values (1, today - interval '1 hour');
    insert into live."Cue" values (1, today), (2, today);
    insert into hole values (today);
end $$;
select pg_sleep(1.1); -- the counters arrive within a second
