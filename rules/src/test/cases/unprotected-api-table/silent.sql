-- Guarded; only to be read; a secret that they may not read; in a schema that is not served or not theirs; granted to
-- those whom the server has checked; a platform's own schema.
create role authenticator login noinherit;
create role anon;
create role clerk;
create role service bypassrls;
grant anon, clerk, service to authenticator;
create schema api;
create schema private;
create schema auth;
grant usage on schema api, auth to anon;
grant usage on schema api to clerk;
create table api.guarded (id int primary key);
alter table api.guarded enable row level security;
create table api.country (id int primary key, name text, password_changed_at date);
create table api.account (id int primary key, password text, email text);
create table api.inner (id int primary key);
create table private.note (id int primary key);
create table auth.flow (id int primary key);
grant all on api.guarded, private.note, auth.flow to anon;
grant select on api.country to anon;
grant select (id, email) on api.account to anon;
grant all on api.inner to clerk, service;
