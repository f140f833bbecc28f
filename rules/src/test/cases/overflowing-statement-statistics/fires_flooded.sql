-- One statement with another number of rows each time.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.max = 100, pg_stat_statements.track = all
-- thresholds: min-age = 0 s
create extension pg_stat_statements;
create table cue (id int, note text);
do $$
begin
    for i in 1..300 loop
        execute 'insert into cue values ' || repeat('(1, ''go''), ', i) || '(2, ''stand by'')';
    end loop;
end $$;
-- cure
select pg_stat_statements_reset();
