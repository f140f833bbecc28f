-- Nobody has a privilege, or only who passes by policies, owns the table or cannot get into its schema; a permissive
-- policy for somebody; a partition whose root has the policies; row security that is off.
create role clerk login;
create role robot login bypassrls;
create role keeper login;
create table closed (id int primary key);
alter table closed enable row level security;
create table theirs (id int primary key);
alter table theirs enable row level security;
alter table theirs owner to keeper;
grant all on theirs to robot, keeper;
create schema shut;
create table shut.note (id int primary key);
alter table shut.note enable row level security;
grant select on shut.note to clerk;
create table note (id int primary key, owner text);
alter table note enable row level security;
create policy own on note for select to robot using (owner = current_user);
grant select, insert on note to clerk;
create table visit (id int, day date) partition by range (day);
create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
alter table visit enable row level security;
alter table visit_2026 enable row level security;
create policy all_of_them on visit using (true);
grant select on visit, visit_2026 to clerk;
create table open (id int primary key);
grant select on open to clerk;
