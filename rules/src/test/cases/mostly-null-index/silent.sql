-- Without nulls already, unique, with other columns, half empty, small, or of a foreign key that it serves all the same.
-- thresholds: min-waste = 100 kB
create table booking (id int primary key, cancelled date, code text, reason text, half int);
insert into booking
select n, case when n % 100 = 0 then date '2026-01-01' end, case when n % 100 = 0 then n::text end, null, nullif(n % 2, 0)
from generate_series(1, 25000) as n;
create index on booking (cancelled) where cancelled is not null;
create unique index on booking (code);
create index on booking (reason, id);
create index on booking (half);
vacuum analyze booking;
create table small (id int primary key, note text);
insert into small select n from generate_series(1, 1000) as n;
create index on small (note);
vacuum analyze small;
