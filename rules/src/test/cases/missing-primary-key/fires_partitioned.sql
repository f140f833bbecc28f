-- The root is reported once.
create table cue (id int not null, day date not null, unique (id, day)) partition by range (id);
create table cue_1 partition of cue for values from (1) to (1000);
create table cue_rest partition of cue default;
-- cure
alter table cue add primary key (id, day);
