-- The policy opens every command to everybody, but only some roles have privileges, and not all of them.
-- server: own
create role app login;
create role desk login;
create table note (id int primary key, owner text);
alter table note enable row level security;
create policy all_in on note using (true);
grant select, insert, update on note to app;
create table letter (id int primary key, owner text);
alter table letter enable row level security;
create policy all_in on letter using (true);
grant insert on letter to app, desk;
-- cure
alter policy all_in on note using (owner = current_user);
alter policy all_in on letter using (owner = current_user);
