-- Stored either way; a quoted name; a superuser.
create role "Box Office" login password 'Box Office';
create role boss superuser login password 'boss';
set password_encryption = 'md5';
create role teller login password 'teller';
-- cure
reset password_encryption;
alter role "Box Office" password 'q7';
alter role boss password 'q8';
alter role teller password 'q9';
