-- Six of the seven connections that are left when three are kept back for superusers.
-- server: own
-- settings: max_connections=10
select 1;
-- session: one
set application_name = 'shop';
-- session: two
set application_name = 'shop';
-- session: three
set application_name = 'shop';
-- session: four
set application_name = 'shop';
-- session: five
begin;
select 1;
-- cure
select pg_terminate_backend(pid)
from pg_stat_activity
where state = 'idle' and application_name = 'shop';
select pg_sleep(0.2);
