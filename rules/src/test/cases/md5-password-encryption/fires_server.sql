-- For the whole server.
-- settings: password_encryption=md5
select 1;
