-- What a platform's default privileges open; a secret that may only be read; a partition beside its guarded root; what
-- everybody may write; and what one column's privilege opens.
create role authenticator login noinherit;
create role anon;
create role authenticated;
grant anon, authenticated to authenticator;
create schema "Api";
grant usage on schema "Api" to anon, authenticated;
create table "Api"."Profile" (id int primary key, name text);
grant all on "Api"."Profile" to anon, authenticated;
create table "Api".account (id int primary key, email text, password_hash text);
grant select on "Api".account to anon;
create table "Api".visit (id int, day date) partition by range (day);
create table "Api".visit_2026 partition of "Api".visit for values from ('2026-01-01') to ('2027-01-01');
alter table "Api".visit enable row level security;
create policy own on "Api".visit using (id = 7);
grant all on "Api".visit, "Api".visit_2026 to authenticated;
create table "Api".parted (id int, day date) partition by range (day);
create table "Api".parted_2026 partition of "Api".parted for values from ('2026-01-01') to ('2027-01-01');
grant insert, select on "Api".parted, "Api".parted_2026 to public;
create table "Api".wish (id int primary key, text text);
grant update (text) on "Api".wish to anon;
-- cure
revoke all on "Api"."Profile", "Api".account, "Api".visit_2026 from anon, authenticated;
revoke all on "Api".parted, "Api".parted_2026 from public;
alter table "Api".wish enable row level security;
