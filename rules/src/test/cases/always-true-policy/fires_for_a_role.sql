-- The one role that may write at all, and a role whose narrower policy is void.
-- server: own
create role app login;
create role "Desk";
create table note (id int primary key, owner text);
alter table note enable row level security;
grant insert, update on note to app;
create policy app_all on note to app using (true);
create table seat (id int primary key, owner text);
alter table seat enable row level security;
grant update on seat to app, "Desk";
create policy desk_own on seat for update to "Desk" using (owner = current_user);
create policy desk_all on seat for update to "Desk" using (true);
create policy app_own on seat for update to app using (owner = current_user);
-- cure
drop policy app_all on note;
drop policy desk_all on seat;
