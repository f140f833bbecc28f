-- Who does not encrypt is refused before, or comes from the host itself.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 127.0.0.1/32 scram-sha-256'),
        ('host all all samehost scram-sha-256'),
        ('hostssl all all 10.0.0.0/8 scram-sha-256'),
        ('hostnossl all all all reject'),
        ('host replication all 192.0.2.0/24 reject'),
        ('host all all all scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
