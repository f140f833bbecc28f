-- Nobody may log in but superusers and the owner.
-- server: own
create role app login;
create role team;
alter schema public owner to app;
grant create on schema public to public;
create table cue (id int primary key);
