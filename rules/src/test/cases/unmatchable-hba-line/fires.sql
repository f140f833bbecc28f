-- TLS alone while TLS is off; a name in another case, for people to keep out and to let in; names that there are not.
-- server: own
create role teller login;
create role "Clerk" login;
create database shop;
create database closed allow_connections false;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('hostssl all all 198.51.100.0/24 scram-sha-256'),
        ('host all Teller 203.0.113.0/24 reject'),
        ('host all clerk 203.0.113.0/24 scram-sha-256'),
        ('host Shop all 203.0.113.0/24 scram-sha-256'),
        ('host all reporting,"read only" 10.0.0.0/8 scram-sha-256'),
        ('host closed all 192.0.2.0/24 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
-- cure
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 198.51.100.0/24 scram-sha-256'),
        ('host all teller 203.0.113.0/24 reject'),
        ('host all "Clerk" 203.0.113.0/24 scram-sha-256'),
        ('host shop all 203.0.113.0/24 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
