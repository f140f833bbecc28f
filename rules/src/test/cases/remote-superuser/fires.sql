-- From everywhere, as a member of a group, from a private network, and one among others.
-- server: own
create role staff;
create role "Chief" superuser login password 'x' in role staff;
create role deputy superuser login password 'x';
alter role postgres password 'x';
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all deputy 0.0.0.0/0 reject'),
        ('host all +staff,deputy 192.168.0.0/16 scram-sha-256'),
        ('host all postgres 203.0.113.0/24 md5'),
        ('host all postgres,deputy 0.0.0.0/0 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
-- cure
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all "Chief" 192.168.7.9/32 scram-sha-256'),
        ('host all +staff,postgres all reject'),
        ('host all +staff,deputy 192.168.0.0/16 scram-sha-256'),
        ('host all postgres 0.0.0.0/0 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
alter role deputy nosuperuser;
