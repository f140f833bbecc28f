-- The library may be among those that the next restart brings; its value must not overrule theirs.
-- server: own
-- no replay: the server must be restarted
alter system set shared_preload_libraries = auto_explain, pg_stat_statements;
select pg_reload_conf();
select pg_sleep(0.3);
create extension pg_stat_statements;
create table cue (id int primary key);
