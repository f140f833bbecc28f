-- By the privilege that everybody has on new functions, and by one of its own; a procedure; a quoted name.
create role authenticator login noinherit;
create role anon;
create role authenticated;
grant anon, authenticated to authenticator;
create schema "Api";
grant usage on schema "Api" to anon, authenticated;
create table "Api".note (id int primary key);
create function "Api"."Count notes"(lowest int) returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from "Api".note where id >= lowest $$;
create procedure "Api".forget() language sql security definer set search_path = '' as $$ delete from "Api".note $$;
revoke execute on procedure "Api".forget() from public;
grant execute on procedure "Api".forget() to anon;
-- cure
revoke execute on function "Api"."Count notes"(int) from public;
revoke execute on procedure "Api".forget() from anon;
