-- Reading, an administrator beside others, a restrictive policy that decides, nobody who may write, row security off.
-- server: own
create role app login;
create role admin login;
create table note (id int primary key, owner text);
alter table note enable row level security;
grant select, insert, update, delete on note to app, admin;
create policy reading on note for select using (true);
create policy own on note to app using (owner = current_user);
create policy admin_all on note to admin using (true) with check (true);
create table guarded (id int primary key, owner text);
alter table guarded enable row level security;
grant update on guarded to public;
create policy all_in on guarded using (true);
create policy own on guarded as restrictive using (owner = current_user);
create table unshared (id int primary key);
alter table unshared enable row level security;
grant select on unshared to public;
create policy all_in on unshared using (true);
create table off (id int primary key);
grant update on off to public;
create policy all_in on off using (true);
