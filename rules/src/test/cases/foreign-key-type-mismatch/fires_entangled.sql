-- The column divides the table, or is referenced itself.
create table show (id bigint primary key);
create table cue (id int, show_id int references show) partition by list (show_id);
create table cue_rest partition of cue default;
create table act (show_id int primary key references show);
create table scene (id int primary key, act_id int references act);
-- no replay: the partitioned table must be built anew
