-- On, on without policies, off without policies, and an extension's.
create table note (id int primary key, owner text);
alter table note enable row level security;
create policy own on note using (owner = current_user);
create table closed (id int primary key);
alter table closed enable row level security;
create table open (id int primary key);
grant select on open to public;
create extension seg;
create table theirs (id int primary key);
create policy own on theirs using (true);
grant select on theirs to public;
alter extension seg add table theirs;
