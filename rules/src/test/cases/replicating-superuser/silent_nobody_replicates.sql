-- Superusers who might, and do not.
create role chief superuser replication login;
