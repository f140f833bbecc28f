-- Everybody may create in public; one role has done so and shall go on, another may by name already.
-- server: own
grant create on schema public to public;
create role "Migration" login;
create role deploy login;
create role reader login;
grant create on schema public to deploy;
create table cue (id int primary key);
alter table cue owner to "Migration";
create table light (id int primary key);
alter table light owner to deploy;
