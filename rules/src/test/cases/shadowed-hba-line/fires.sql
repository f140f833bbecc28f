-- A refusal behind those who let in, a stricter method behind a weaker one, people behind a refusal, half of the addresses
-- each, a group's member behind his group, and lines that change nothing.
-- server: own
create role teller login;
create role staff;
create role clerk login in role staff;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 10.0.0.0/8 scram-sha-256'),
        ('host shop teller 10.1.2.0/24 reject'),
        ('host all all 192.0.2.0/25 md5'),
        ('host all all 192.0.2.128/25 scram-sha-256'),
        ('host all +staff 198.51.100.0/24 reject'),
        ('host "Box Office" clerk,+staff 198.51.100.7/32 scram-sha-256'),
        ('host all teller 192.0.2.0/24 scram-sha-256'),
        ('host shop all 10.9.0.0/16 scram-sha-256'),
        ('host shop all 10.9.0.0/16 scram-sha-256'),
        ('local replication all trust'),
        ('host replication all 10.0.0.0/8 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
-- cure
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host shop teller 10.1.2.0/24 reject'),
        ('host all all 10.0.0.0/8 scram-sha-256'),
        ('host all teller 192.0.2.0/24 scram-sha-256'),
        ('host all all 192.0.2.0/24 md5')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
