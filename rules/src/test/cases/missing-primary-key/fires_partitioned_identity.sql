-- Nothing tells the rows apart, and from PostgreSQL 17 on a partitioned table takes an identity column; what is divided by
-- time is no log if its rows are changed.
-- versions: 17+
create table log (at timestamptz, "Level" int) partition by range ("Level", at);
create table log_rest partition of log default;
insert into log values (now(), 1), (now(), 1);
analyze log_rest;
create table visit (day date not null, state text) partition by range (day);
create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
insert into visit values ('2026-05-05', 'new'), ('2026-05-06', 'new');
update visit set state = 'done' where day = '2026-05-05';
select pg_sleep(1.1); -- the counters arrive within a second
analyze visit;
-- cure
alter table log add column id bigint generated always as identity, add primary key ("Level", at, id);
alter table visit add primary key (day);
