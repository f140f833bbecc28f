-- Switching it on would refuse everything: first something must be allowed.
create table note (id int primary key, owner text);
create policy no_ghosts on note as restrictive using (owner is not null);
grant select on note to public;
-- cure
create policy own on note using (owner = current_user);
alter table note enable row level security;
