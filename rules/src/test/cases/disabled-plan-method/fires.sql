-- Off for the server, for all roles, and for the database, as somebody has written it.
-- settings: enable_nestloop=off
alter role all set enable_hashjoin = 'F';
do $$ begin execute format('alter database %I set enable_seqscan = 0', current_database()); end $$;
