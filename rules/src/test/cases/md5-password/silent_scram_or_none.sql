-- SCRAM, no password, and a role that may not log in.
create role clerk login password 'drawer 7';
create role visitor login;
set password_encryption = 'md5';
create role staff password 'drawer 7';
