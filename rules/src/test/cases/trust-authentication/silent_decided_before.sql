-- A wider line decides before: of more addresses, more databases or more roles.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
create role teller login;
create role clerk login;
create database till;
create database stage;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 10.0.0.0/8 scram-sha-256'),
        ('host all all 2001:db8::/32 scram-sha-256'),
        ('host till,stage teller,clerk 192.0.2.0/24 reject'),
        ('host all all 10.1.0.0/16 trust'),
        ('hostssl till teller 10.1.2.3/32 trust'),
        ('host all teller 2001:db8:0:7::/64 trust'),
        ('host stage clerk 192.0.2.128/25 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
