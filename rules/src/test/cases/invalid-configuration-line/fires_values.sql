-- A value that its setting cannot have, and one that no restart will ever take; the rest of the file is in force.
-- server: own
copy (select 'work_mem = ''12 bananas''') to program 'cat > typos.conf';
copy (select 'max_connections = many') to program 'cat >> typos.conf';
copy (select 'maintenance_work_mem = 32MB') to program 'cat >> typos.conf';
copy (select 'include ''typos.conf''') to program 'cat >> postgresql.conf';
select pg_reload_conf();
select pg_sleep(0.3);
-- cure
copy (select '# nothing') to program 'cat > typos.conf';
select pg_reload_conf();
select pg_sleep(0.3);
