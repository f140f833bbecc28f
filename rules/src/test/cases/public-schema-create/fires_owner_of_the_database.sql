-- The owner of the database may create in public as a member of pg_database_owner, and a member of a role that may do so by
-- name: neither is a stranger.
-- versions: 15+
-- server: own
create role clerk login;
create role deploy;
create role deployer login in role deploy;
create role reader login;
do $$ begin execute format('alter database %I owner to clerk', current_database()); end $$;
grant create on schema public to public;
grant create on schema public to deploy;
create table cue (id int primary key);
alter table cue owner to clerk;
