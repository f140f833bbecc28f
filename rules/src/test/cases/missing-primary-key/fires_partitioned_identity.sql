-- Nothing tells the rows apart, and from PostgreSQL 17 on a partitioned table takes an identity column.
-- versions: 17+
create table log (at timestamptz, "Level" int) partition by range ("Level", at);
create table log_rest partition of log default;
insert into log values (now(), 1), (now(), 1);
analyze log_rest;
-- cure
alter table log add column id bigint generated always as identity, add primary key ("Level", at, id);
