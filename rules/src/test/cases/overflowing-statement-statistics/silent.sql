-- The list was full once.
-- settings: shared_preload_libraries = pg_stat_statements, pg_stat_statements.max = 100, pg_stat_statements.track = all
-- thresholds: min-age = 0 s
create extension pg_stat_statements;
do $$
begin
    for i in 1..90 loop
        execute 'select 1 as ' || quote_ident(translate(i::text, '0123456789', 'abcdefghij'));
    end loop;
end $$;
