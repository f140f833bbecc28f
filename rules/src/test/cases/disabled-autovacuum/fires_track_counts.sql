-- On, but blind: nothing counts the changes.
-- server: own
alter system set track_counts = off;
select pg_reload_conf();
select pg_sleep(0.3);
