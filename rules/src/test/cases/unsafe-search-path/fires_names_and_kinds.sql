-- Quoted names, overloads, a procedure, two schemas, an extension whose operators the body may need; an owner who is no
-- superuser, and one caller.
-- server: own
revoke create on schema public from public;
set check_function_bodies = off;
create role "Box Office";
create role teller;
create schema "Box";
grant usage on schema "Box" to teller;
create schema lib;
create extension citext with schema lib;
create table "Box"."Seat" (id int primary key, name text);
create type lib.colour as enum ('red', 'green');
create function "Box"."take Seat"(id int, label text default 'x') returns int language sql security definer
    as $$ select count(*)::int from "Seat" as s where s.name = label $$;
create function "Box"."take Seat"(id bigint) returns int language sql security definer set search_path from current
    as $$ select 1 $$;
create procedure "Box".paint(c text) language plpgsql security definer as $$
declare
    v colour := c;
    w "Seat".name%type;
begin
    perform v;
end $$;
alter function "Box"."take Seat"(int, text) owner to "Box Office";
alter procedure "Box".paint(text) owner to "Box Office";
revoke execute on function "Box"."take Seat"(int, text) from public;
grant execute on function "Box"."take Seat"(int, text) to teller;
