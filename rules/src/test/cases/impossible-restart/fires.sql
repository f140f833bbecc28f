-- Each value is valid by itself; a slot, a prepared transaction and other settings stand against them.
-- settings: max_prepared_transactions=5
create table booking (id int);
select pg_create_physical_replication_slot('standby');
begin;
insert into booking values (1);
prepare transaction 'booking';
alter system set wal_level = minimal;
alter system set max_replication_slots = 0;
alter system set max_connections = 3;
alter system set max_prepared_transactions = 0;
select pg_reload_conf();
select pg_sleep(0.3);
-- cure
alter system reset wal_level;
alter system reset max_replication_slots;
alter system reset max_connections;
rollback prepared 'booking';
select pg_reload_conf();
select pg_sleep(0.3);
