-- A hash that came with a dump, and a password that was set under the old setting.
create role "Old Client" login password 'md5f7a0f0a1d6a5c6f3f0b0a1a2a3a4a5a6';
set password_encryption = 'md5';
create role teller login password 'drawer 7';
reset password_encryption;
-- cure
alter role "Old Client" password 'another';
alter role teller password 'drawer 7';
