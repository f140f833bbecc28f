-- The same again under another name, one for all commands beside it, an insert's check that another's condition is.
create role clerk;
create schema "Shop";
create table "Shop"."Note" (id int primary key, owner text, body text);
alter table "Shop"."Note" enable row level security;
create policy "Own rows" on "Shop"."Note" using (owner = current_user);
create policy "Own rows, again" on "Shop"."Note" to clerk using (owner = current_user) with check (owner = current_user);
create policy reading on "Shop"."Note" for select using (owner = current_user);
create policy writing on "Shop"."Note" for insert with check (owner = current_user);
comment on policy reading on "Shop"."Note" is 'it''s for reading';
