-- A name that does not exist, which keeps PostgreSQL from looking at any value; and a line of pg_hba.conf.
-- server: own
copy (select 'wrok_mem = 8MB') to program 'cat > typos.conf';
copy (select 'include ''typos.conf''') to program 'cat >> postgresql.conf';
copy (select 'local all all trust') to program 'cat > pg_hba.conf';
copy (select 'hots all all 0.0.0.0/0 md5') to program 'cat >> pg_hba.conf';
select pg_reload_conf();
select pg_sleep(0.3);
-- cure
copy (select '# nothing') to program 'cat > typos.conf';
copy (select 'local all all trust') to program 'cat > pg_hba.conf';
select pg_reload_conf();
select pg_sleep(0.3);
