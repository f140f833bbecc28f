-- Nothing tells the rows apart: a nullable column, a condition, an expression and a late check do not.
create table log (at timestamptz not null, line text, level int not null);
create unique index log_line on log (line);
create unique index log_at on log (at) where level > 3;
create unique index log_day on log ((level % 2), at);
alter table log add constraint log_level unique (level) deferrable;
insert into log select now() + n * interval '1 second', 'go ' || n, n from generate_series(1, 1000) as n;
analyze log;
-- cure
alter table log drop constraint log_level;
alter table log add column id bigint generated always as identity primary key;
