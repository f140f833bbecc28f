-- To two tables, from two columns, over more columns, on each partition from the parent.
create table kind (id int primary key, code int, unique (id, code));
create table sort (id int primary key);
create table lamp (id int primary key, kind int references kind references sort, spare int references kind, code int,
    foreign key (kind, code) references kind (id, code));
create table cue (kind int references kind, day date) partition by range (day);
create table cue_2026 partition of cue for values from ('2026-01-01') to ('2027-01-01');
create table cue_2027 partition of cue for values from ('2027-01-01') to ('2028-01-01');
create table tree (id int primary key, parent int references tree);
