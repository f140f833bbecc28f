-- The server has room; a database and a role have not.
-- server: own
create role "Shop" login connection limit 2;
do $$ begin execute format('alter database %I connection limit 4', current_database()); end $$;
-- session: one
set session authorization "Shop";
-- session: two
set session authorization "Shop";
-- session: three
select 1;
-- cure
do $$ begin execute format('alter database %I connection limit 20', current_database()); end $$;
alter role "Shop" connection limit 20;
