-- An empty one, one of a list, where it means the others, and one that is all there is.
create table cue (day date) partition by range (day);
create table cue_2024 partition of cue for values from ('2024-01-01') to ('2025-01-01');
create table cue_rest partition of cue default;
insert into cue values ('2024-05-05');
create table kind (kind text) partition by list (kind);
create table kind_a partition of kind for values in ('a');
create table kind_rest partition of kind default;
insert into kind values ('b');
create table whole (day date) partition by range (day);
create table whole_rest partition of whole default;
insert into whole values ('2024-05-05');
