-- Refused before, from few addresses, from the host itself, by certificate, who may not log in, replication of others; one who has
-- no password; and a superuser who is believed on his word is another rule's affair.
-- server: own
create role chief superuser;
create role boss superuser login password 'x';
create role keyless superuser login;
alter role postgres password 'x';
create role teller login;
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all postgres,boss 10.1.2.0/28 scram-sha-256'),
        ('host all all 127.0.0.1/32 scram-sha-256'),
        ('host all all samehost scram-sha-256'),
        ('host all boss 192.0.2.0/24 trust'),
        ('host all postgres,boss all reject'),
        ('host all chief,teller all scram-sha-256'),
        ('host all all all scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
