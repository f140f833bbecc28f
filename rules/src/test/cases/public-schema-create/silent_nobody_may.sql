-- Using is not creating; a schema that no path leads to; a privilege for one role.
-- server: own
revoke create on schema public from public;
grant usage on schema public to public;
create role reader login;
create role deploy login;
grant create on schema public to deploy;
create schema sandbox;
grant all on schema sandbox to public;
create table cue (id int primary key);
