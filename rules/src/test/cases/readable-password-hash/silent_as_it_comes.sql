-- What PostgreSQL comes with, and what says nothing of passwords.
create role watcher login in role pg_monitor;
grant select on pg_roles, pg_stat_activity to watcher;
