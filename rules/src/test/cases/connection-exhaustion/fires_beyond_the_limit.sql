-- A superuser's third session gets in beyond the two connections that the database may have; more than all cannot be taken.
-- server: own
do $$ begin execute format('alter database %I connection limit 2', current_database()); end $$;
-- session: one
select 1;
-- session: two
select 1;
-- cure
do $$ begin execute format('alter database %I connection limit 20', current_database()); end $$;
