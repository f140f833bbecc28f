-- The defaults; and somebody who chose to commit faster, for a role, a database or a session.
-- server: own
create role bulk login;
alter role bulk set synchronous_commit = off;
do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$;
set synchronous_commit = off;
