-- A path through a schema in which everybody may create, or a role that nobody need trust, would leave the hole open.
-- server: own
create role stagehand;
create role "Light Desk";
create schema box;
create table box.ticket (id int primary key);
create schema lib;
grant create on schema lib to public, stagehand, "Light Desk";
create type lib.colour as enum ('red', 'green');
create schema crew;
grant create on schema crew to stagehand;
create table crew.member (id int primary key);
set check_function_bodies = off;
create function box.paint() returns bigint language sql security definer
    as $$ select count(*) from box.ticket where 'red' = any (enum_range(null::colour)::text[]) $$;
create function box.muster() returns bigint language plpgsql security definer
    as $$ begin return (select count(*) from member); end $$;
-- cure
revoke create on schema lib from public, stagehand, "Light Desk";
alter function box.paint() set search_path = box, lib, pg_temp;
create or replace function box.muster() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin return (select count(*) from crew.member); end $$;
