-- Roles by such names, but nobody who becomes them for a request.
create role anon;
create role authenticated login;
create role authenticator login inherit;
grant anon, authenticated to authenticator;
create schema api;
grant usage on schema api to anon, authenticated;
create table api.note (id int primary key);
grant all on api.note to anon, authenticated;
