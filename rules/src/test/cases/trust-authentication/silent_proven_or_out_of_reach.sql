-- Passwords that are not sent, TLS alone while TLS is off, the host itself, lines behind a refusal.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('hostssl all all 198.51.100.0/24 trust'),
        ('hostssl all all 198.51.100.0/24 password'),
        ('host shop all 203.0.113.0/24 scram-sha-256'),
        ('host all all 127.0.0.1/32 md5'),
        ('host all all ::1/128 ident'),
        ('host replication all all reject'),
        ('host all all all reject'),
        ('host replication all 198.51.100.0/24 trust'),
        ('host all all 0.0.0.0/0 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
