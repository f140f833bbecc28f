-- Everybody who may write may write any row; names need quotes.
create schema "Box";
create table "Box"."Note" (id int primary key, owner text);
alter table "Box"."Note" enable row level security;
grant select, insert, update, delete on "Box"."Note" to public;
create policy own on "Box"."Note" for delete using (owner = current_user);
create policy "All in" on "Box"."Note" using (true);
create table letter (id int primary key, owner text);
alter table letter enable row level security;
grant insert, update (owner) on letter to public;
create policy post on letter for insert with check (1 = 1);
create policy give_away on letter for update using (owner = current_user) with check (true);
-- cure
alter policy "All in" on "Box"."Note" using (owner = current_user);
alter policy post on letter with check (owner = current_user);
alter policy give_away on letter with check (owner = current_user);
