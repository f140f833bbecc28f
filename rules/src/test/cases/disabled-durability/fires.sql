-- Both switched off, one in the file and one by alter system; and commits that are not waited for.
-- server: own
-- settings: fsync=off
alter system set full_page_writes = off;
alter system set synchronous_commit = off;
select pg_reload_conf();
select pg_sleep(0.3);
