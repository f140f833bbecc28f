-- The rows are in the partitions.
-- thresholds: min-rows = 100, many-rows = 150
create table note (id int, owner text, day date) partition by range (day);
create table note_2026 partition of note for values from ('2026-01-01') to ('2027-01-01');
insert into note select n, 'me', '2026-07-01' from generate_series(1, 200) as n;
analyze note_2026;
alter table note enable row level security;
create policy own on note for update using (owner = current_setting('app.user'));
