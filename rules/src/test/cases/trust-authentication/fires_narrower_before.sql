-- Lines that come before, but leave room: a part of the addresses, another protocol, one role of two, no replication, a
-- group to which only one of the roles belongs.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
create role teller login;
create role clerk login;
create role staff role clerk;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 10.1.0.0/16 scram-sha-256'),
        ('host all all 0.0.0.0/1 scram-sha-256'),
        ('host all teller 203.0.113.0/24 reject'),
        ('host all +staff 203.0.113.0/26 reject'),
        ('host all all 2001:db8::/32 trust'),
        ('host replication teller 10.1.2.0/24 trust'),
        ('host all teller,clerk 203.0.113.0/25 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
-- cure
do $$
begin
    execute format($copy$copy (select 'local all all trust') to %L$copy$, current_setting('hba_file'));
end $$;
