-- Off for a role or a session; off for another database; off as PostgreSQL comes with it; on in other words.
create role report login;
alter role report set enable_nestloop = off;
set enable_seqscan = off;
do $$
begin
    execute format('alter database %I set enable_partitionwise_join = off', current_database());
    execute format('alter database %I set enable_hashjoin = 1', current_database());
    execute format('alter role report in database %I set enable_seqscan = off', current_database());
end $$;
