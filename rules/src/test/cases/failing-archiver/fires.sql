-- Each attempt has failed: what never worked is not waited for.
-- settings: archive_mode = on, archive_command = /bin/false
create table cue (id int);
select pg_switch_wal();
select pg_sleep(4); -- three attempts, one a second
-- cure
alter system set archive_command = '/bin/true';
select pg_reload_conf();
select pg_sleep(0.5);
insert into cue values (1);
select pg_switch_wal();
select pg_sleep(1.5);
