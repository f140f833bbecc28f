-- Several lines before are for all whom the line is for: half of the addresses each, one role each, a group with its
-- members and theirs.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
create role staff;
create role counter in role staff;
create role teller login in role counter;
create role clerk login in role staff;
create database till;
create database stage;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 192.0.2.0/25 scram-sha-256'),
        ('host all all 192.0.2.128/26 reject'),
        ('host all all 192.0.2.192/26 scram-sha-256'),
        ('host till teller 198.51.100.0/24 scram-sha-256'),
        ('host stage teller,clerk 198.51.100.0/24 scram-sha-256'),
        ('host till clerk 198.51.100.0/24 scram-sha-256'),
        ('host all +staff 203.0.113.0/24 scram-sha-256'),
        ('host all all 192.0.2.0/24 trust'),
        ('host till,stage teller,clerk 198.51.100.0/24 trust'),
        ('host all teller,+counter 203.0.113.0/25 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
