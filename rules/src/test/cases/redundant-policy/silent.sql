-- Several permissive policies of one role and command are joined with or, as one would be: another condition, another
-- command, another role, a restrictive one, a check of its own, writing beside reading, and row security that is off.
create role clerk;
create role boss;
create table note (id int primary key, owner text, open bool);
alter table note enable row level security;
create policy own on note using (owner = current_user);
create policy opened on note for select using (open);
create policy narrowed on note as restrictive using (owner = current_user);
create policy checked on note for update using (owner = current_user) with check (owner = current_user and open);
create table task (id int primary key, owner text);
alter table task enable row level security;
create policy clerks on task for select to clerk using (owner = current_user);
create policy bosses on task for select to boss using (owner = current_user);
create policy deleting on task for delete to clerk using (owner = current_user);
create table article (id int primary key, owner text);
alter table article enable row level security;
create policy everything on article for select using (true);
create policy own on article using (owner = current_user);
create table off (id int primary key, owner text);
create policy own on off using (owner = current_user);
create policy again on off using (owner = current_user);
