-- What comes before leaves room: the narrower first, another kind of connection, replication, which "all" is not, a part of
-- the addresses, one role of two, no member of the group; a line that the server cannot read decides nothing.
-- server: own
create role teller login;
create role clerk login;
create role staff role clerk;
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all postgres peer'),
        ('local all all trust'),
        ('local replication all peer'),
        ('host all all 10.0.0.0/8 trust map=people'),
        ('host shop teller 10.1.2.0/24 reject'),
        ('host all all 10.0.0.0/8 scram-sha-256'),
        ('host replication all 10.0.0.0/8 scram-sha-256'),
        ('host all all 192.0.2.0/25 scram-sha-256'),
        ('host all all 192.0.2.0/24 md5'),
        ('host all +staff 198.51.100.0/24 reject'),
        ('host all clerk,teller 198.51.100.0/24 scram-sha-256'),
        ('hostnossl all all 203.0.113.0/24 reject'),
        ('host all all 203.0.113.0/24 scram-sha-256'),
        ('host all all 2001:db8::/33 scram-sha-256'),
        ('host all all 2001:db8::/32 scram-sha-256')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
