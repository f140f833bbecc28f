-- A library archives, and each attempt fails: nothing can be written in /proc.
-- versions: 15+
-- settings: archive_mode = on, archive_library = basic_archive, basic_archive.archive_directory = /proc
-- thresholds: min-age = 0 s
create table cue (id int);
select pg_switch_wal();
select pg_sleep(4); -- three attempts, one a second
-- cure
alter system set archive_library = '';
alter system set archive_command = '/bin/true';
select pg_reload_conf();
select pg_sleep(2);
insert into cue values (1);
select pg_switch_wal();
select pg_sleep(2);
