-- Archiving is on, and nobody has said how.
-- settings: archive_mode = on
select 1;
-- cure
alter system set archive_command = '/bin/true';
select pg_reload_conf();
select pg_sleep(0.5);
