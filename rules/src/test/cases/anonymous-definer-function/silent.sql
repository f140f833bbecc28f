-- Runs as its caller; asks who calls; is a trigger's; serves a policy; is for those who have logged in; is not served.
create role authenticator login noinherit;
create role anon;
create role authenticated;
grant anon, authenticated to authenticator;
create schema api;
create schema private;
grant usage on schema api to anon, authenticated;
create table api.note (id int primary key, owner text);
create function api.plain() returns bigint language sql as $$ select count(*) from api.note $$;
create function api.own() returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from api.note where owner = pg_catalog.current_setting('request.jwt.claim.sub') $$;
create function api.stamp() returns trigger language plpgsql security definer set search_path = ''
    as $$ begin return new; end $$;
create function api.may_see(id int) returns bool language sql security definer set search_path = '' as $$ select id > 7 $$;
alter table api.note enable row level security;
create policy own on api.note using (api.may_see(id));
create function api.members() returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from api.note $$;
revoke execute on function api.members() from public;
grant execute on function api.members() to authenticated;
create function private.hidden() returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from api.note $$;
