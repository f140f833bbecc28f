-- Addresses, as PostgreSQL comes.
select 1;
