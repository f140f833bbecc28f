-- The policies would hold the owner, too, and allow him to read only.
-- server: own
create role clerk login;
create table note (id int primary key, owner text);
alter table note owner to clerk;
create policy own on note for select using (owner = current_user);
alter table note force row level security;
-- cure
alter table note no force row level security;
alter table note enable row level security;
