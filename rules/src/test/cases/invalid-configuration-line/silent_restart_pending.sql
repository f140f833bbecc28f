-- PostgreSQL reports a value that waits for a restart as an error of its line; it is none. Nor is what a later line overrules.
-- server: own
alter system set max_connections = 77;
select pg_reload_conf();
select pg_sleep(0.3);
copy (select 'shared_buffers = 64MB') to program 'cat > more.conf';
copy (select 'huge_pages = off') to program 'cat >> more.conf';
copy (select 'work_mem = ''12 bananas''') to program 'cat >> more.conf';
copy (select 'work_mem = 12MB') to program 'cat >> more.conf';
copy (select 'include ''more.conf''') to program 'cat >> postgresql.conf';
