-- Arrays and documents; quoted names; the role has its privilege through a group; another is not held.
-- thresholds: min-rows = 100, min-age = 0 s
create role "Clerks";
create role robot login bypassrls;
create table "Note" (id int primary key, tenant int, tags text[], body jsonb, words tsvector);
insert into "Note" select n, n % 5, array[n::text], '{}', '' from generate_series(1, 200) as n;
create index "Tags" on "Note" using gin (tags);
create index note_body on "Note" using gin (body jsonb_path_ops, words);
analyze "Note";
alter table "Note" enable row level security;
create policy own on "Note" using (tenant = 7);
grant select on "Note" to "Clerks", robot;
-- cure
drop index "Tags";
drop index note_body;
