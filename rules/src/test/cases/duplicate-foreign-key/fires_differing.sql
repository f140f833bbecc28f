-- They do not agree on what a delete does; and a partitioned table.
create table kind (id int primary key);
create table lamp (id int primary key, kind int references kind on delete cascade);
alter table lamp add constraint strict foreign key (kind) references kind;
create table cue (kind int, day date) partition by range (day);
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01');
alter table cue add foreign key (kind) references kind;
alter table cue add constraint again foreign key (kind) references kind;
-- cure
alter table lamp drop constraint strict;
alter table cue drop constraint again;
