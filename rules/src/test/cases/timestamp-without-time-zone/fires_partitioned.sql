-- The root, and the table that others inherit from; the child for its own column only.
create table cue (id int, at timestamp, day date) partition by range (day);
create table cue_rest partition of cue default;
create table show (at timestamp);
create table gala (dinner_at timestamp) inherits (show);
-- cure
set timezone = 'UTC';
alter table cue alter at type timestamptz;
alter table show alter at type timestamptz;
alter table gala alter dinner_at type timestamptz;
