-- Indexes that look right but cannot serve the lookup: partial on something else, another method, an expression.
create table rig (id int primary key);
create table lamp (id int primary key, rig_id int references rig, broken bool);
create index on lamp (rig_id) where broken;
create index on lamp using brin (rig_id);
create index on lamp ((rig_id + 0));
