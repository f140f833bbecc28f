-- Nobody else has a privilege yet. A partitioned table has its policies at the root.
create table note (id int, owner text, day date) partition by range (day);
create table note_2026 partition of note for values from ('2026-01-01') to ('2027-01-01');
create policy own on note using (owner = current_user);
create policy no_archive on note as restrictive for delete using (day > '2026-06-01');
alter table note force row level security;
