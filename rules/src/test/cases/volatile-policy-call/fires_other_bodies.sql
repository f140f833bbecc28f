-- Whether it only reads, its author must say; the rows are in the partitions.
-- thresholds: min-rows = 100, many-rows = 150
create function team(kind text) returns int language plpgsql as $$ begin return 7; end $$;
create table visit (id int, team int, day date) partition by range (day);
create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
insert into visit select n, n, '2026-07-01' from generate_series(1, 200) as n;
analyze visit_2026;
alter table visit enable row level security;
create policy own on visit for select using (team = team('a'));
-- cure
alter function team(text) stable;
