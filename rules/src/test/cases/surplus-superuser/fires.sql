-- Four who may log in.
create role "Chief" superuser login;
create role boss superuser login;
create role deputy superuser login;
-- cure
alter role deputy nosuperuser;
