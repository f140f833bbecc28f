-- From the token by its function, in a select of its own, from the setting, by a path, in a check; and from the accounts.
create schema auth;
create table auth.users (id int primary key, raw_user_meta_data jsonb);
create function auth.jwt() returns jsonb language sql stable as $$ select '{}'::jsonb $$;
create table "Order" (id int primary key, team text);
alter table "Order" enable row level security;
create policy "By claim" on "Order" using (team = auth.jwt() -> 'user_metadata' ->> 'team');
create policy by_path on "Order" for select using ((select auth.jwt()) #>> '{user_metadata,team}' = team);
create policy by_setting on "Order" for insert
    with check (current_setting('request.jwt.claims', true)::json -> 'user_metadata' ->> 'role' = 'admin');
create policy by_account on "Order" for delete
    using (team = (select u.raw_user_meta_data ->> 'team' from auth.users as u where u.id = 7));
-- cure
drop policy "By claim" on "Order";
drop policy by_path on "Order";
drop policy by_setting on "Order";
drop policy by_account on "Order";
