-- Not public, but where this database's sessions look first.
-- server: own
revoke create on schema public from public;
create role reader login;
create schema "App";
grant all on schema "App" to public;
create table "App".cue (id int primary key);
do $$
begin
    execute format('alter database %I set search_path = "App", public', current_database());
end $$;
