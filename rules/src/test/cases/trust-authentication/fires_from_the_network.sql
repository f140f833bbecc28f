-- Whole networks and single machines are believed, or send what others can read. The server will listen after its next
-- restart; the networks exist in documentation only.
-- server: own
create role teller login;
create role till;
create role counter in role till;
create role "Chief" superuser login in role counter;
create database shop;
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all "all" 198.51.100.0/24 trust'),
        ('host replication all 198.51.100.7/32 trust'),
        ('host shop,stage "Box Office",+till 203.0.113.0/28 trust'),
        ('host shop teller 2001:db8::/32 password'),
        ('host shop teller 192.0.2.0/24 ident'),
        ('host all all 203.0.113.0/24 md5'),
        ('host all all 127.0.0.1/32 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
-- cure
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 198.51.100.0/24 scram-sha-256'),
        ('host all all 127.0.0.1/32 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
