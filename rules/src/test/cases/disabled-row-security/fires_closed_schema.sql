-- What is granted to everybody is of use only to who may use the schema: the auditor, and a member of the team.
-- server: own
create role clerk login;
create role auditor login;
create role outsider login;
create role team;
create role member login in role team;
create schema care authorization clerk;
grant usage on schema care to auditor, team;
create table care.secret (id int primary key, owner text);
alter table care.secret owner to clerk;
create policy own on care.secret using (owner = current_user);
grant select on care.secret to public;
grant update on care.secret to team;
create schema shut;
create table shut.secret (id int primary key, owner text);
create policy own on shut.secret using (owner = current_user);
grant select on shut.secret to public;
