-- The default, for a role too.
create role teller;
alter role teller set password_encryption = 'scram-sha-256';
alter role teller set work_mem = '8MB';
