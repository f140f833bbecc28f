-- Superusers are no secret; who may not log in; harmless groups.
create role boss superuser login;
create role loaders in role pg_execute_server_program;
create role watcher login in role pg_monitor, pg_read_all_data, pg_signal_backend;
create role maker login createdb;
