-- While TLS is off, or GSSAPI is not built in, the server reads such a line, says that it matches nobody, and loads the rest.
-- server: own
copy (select 'local all all trust') to program 'cat > pg_hba.conf';
copy (select 'hostssl all all 0.0.0.0/0 scram-sha-256') to program 'cat >> pg_hba.conf';
copy (select 'hostgssenc all all 0.0.0.0/0 scram-sha-256') to program 'cat >> pg_hba.conf';
copy (select 'local all nobody reject') to program 'cat >> pg_hba.conf';
select pg_reload_conf();
select pg_sleep(0.3);
do $$
begin
    assert (select count(error) from pg_hba_file_rules) > 0;
end $$;
