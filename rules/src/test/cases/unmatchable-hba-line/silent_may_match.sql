-- One name of two exists, a group exists, words that are no names; a line that cannot be read is another rule's.
-- server: own
create role teller login;
create role staff;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all teller,reporting 10.0.0.0/8 scram-sha-256'),
        ('host all +staff 10.0.0.0/8 scram-sha-256'),
        ('host sameuser,clinic all 10.0.0.0/8 scram-sha-256'),
        ('host replication teller 10.0.0.0/8 scram-sha-256'),
        ('host all all 203.0.113.0/24 trust map=people')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
