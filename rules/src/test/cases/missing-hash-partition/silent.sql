-- All are there, with one modulus or several; or none yet.
create table cue (id int) partition by hash (id);
create table cue_0 partition of cue for values with (modulus 2, remainder 0);
create table cue_1 partition of cue for values with (modulus 4, remainder 1);
create table cue_3 partition of cue for values with (modulus 4, remainder 3);
create table show (id int) partition by hash (id);
create table lamp (id int) partition by list (id);
create table lamp_1 partition of lamp for values in (1);
