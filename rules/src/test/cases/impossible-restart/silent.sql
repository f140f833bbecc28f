-- What waits fits together, though not with what is in force; and a line that a later one overrules.
-- server: own
alter system set wal_level = minimal;
alter system set max_wal_senders = 0;
alter system set archive_mode = false;
alter system set max_connections = 20;
alter system set max_replication_slots = 0;
select pg_reload_conf();
select pg_sleep(0.3);
