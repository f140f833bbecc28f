-- The role or the database does not exist, or may not log in: nobody comes by the line today.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
create role "read only";
create role teller login;
create database closed allow_connections = false;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all reporting,"read only" 10.0.0.0/8 trust'),
        ('host clinic,closed teller 192.0.2.0/24 trust'),
        ('host clinic,replication teller 198.51.100.0/24 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
-- cure
do $$
begin
    execute format($copy$copy (select 'local all all trust') to %L$copy$, current_setting('hba_file'));
end $$;
