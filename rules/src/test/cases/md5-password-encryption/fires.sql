-- A role, a role in one database, and all roles there.
-- server: own
create role "Old Client";
create role teller;
create database till;
alter role "Old Client" set password_encryption = 'md5';
alter role teller in database till set password_encryption = md5;
alter database till set password_encryption = 'md5';
