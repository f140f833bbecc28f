-- The defaults; and a database that has its own idea.
do $$ begin execute format('alter database %I set effective_cache_size = %L', current_database(), '1MB'); end $$;
