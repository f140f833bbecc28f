-- More kinds of statements than there is room for, none like the other.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.max = 100, pg_stat_statements.track = all
-- thresholds: min-alike = 1.1, min-age = 0 s
-- no replay: the length of the list is set by a restart
create extension pg_stat_statements;
do $$
begin
    for i in 1..400 loop
        execute 'select 1 as ' || quote_ident(translate(i::text, '0123456789', 'abcdefghij')) || ' from generate_series(1, 1)';
        execute 'create temporary table ' || quote_ident('t' || translate(i::text, '0123456789', 'abcdefghij')) || ' (id int)';
    end loop;
end $$;
