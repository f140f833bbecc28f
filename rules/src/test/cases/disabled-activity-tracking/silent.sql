-- One database keeps its statements to itself; the server shows all others.
do $$ begin execute format('alter database %I set track_activities = off', current_database()); end $$;
