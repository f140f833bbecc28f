-- Nothing tells the rows apart, and a partitioned table takes no identity column yet; one is partitioned by an expression.
-- versions: 14-16
create table log (at timestamptz, "Level" int) partition by range ("Level", at);
create table log_rest partition of log default;
insert into log values (now(), 1), (now(), 1);
analyze log_rest;
create table day_log (at timestamp) partition by range ((at::date));
create table day_log_rest partition of day_log default;
-- cure
create sequence log_id;
alter table log add column id bigint default nextval('log_id'), add primary key ("Level", at, id);
create sequence day_log_id;
alter table day_log add column id bigint default nextval('day_log_id');
alter table day_log_rest add primary key (id);
