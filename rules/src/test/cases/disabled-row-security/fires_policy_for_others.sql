-- The policies are for some roles only, and others use the table, too: switching row security on would stop them. The
-- manager has a policy through a membership, the auditor passes by all policies.
-- server: own
create role clerk login;
create role office;
create role manager login in role office;
create role auditor login bypassrls;
create table note (id int primary key, owner text);
create policy own on note to office using (owner = current_user);
create policy readable on note for select to clerk using (true);
grant select, insert (id) on note to clerk;
grant select, update, delete on note to manager;
grant select on note to auditor;
-- cure
create policy written on note for insert to clerk with check (owner = current_user);
alter table note enable row level security;
