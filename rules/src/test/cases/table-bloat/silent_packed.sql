-- Freshly loaded tables of all shapes: the estimate must come close to what they really take.
-- thresholds: min-waste = 8 kB, min-share = 0.07
create table narrow (id smallint);
insert into narrow select n % 100 from generate_series(1, 50000) as n;
create table wide as
    select n as id, n::bigint as big, n % 2 = 0 as flag, n::smallint % 7 as small, n::float8 as float,
           timestamptz '2026-01-01' + n * interval '1 s' as at, md5(n::text) as hash, n::numeric(12, 2) as price,
           case when n % 3 = 0 then 'note ' || n end as note, gen_random_uuid() as key, array[n, n + 1] as pair,
           jsonb_build_object('n', n) as body, repeat('long ', 40) as text
    from generate_series(1, 20000) as n;
create table padded (a bool, b bigint, c bool, d bigint, e bool, f timestamptz);
insert into padded select true, n, false, n, true, now() from generate_series(1, 50000) as n;
create table sparse (a int, b text, c text, d text, e text, f text, g text, h text, i text);
insert into sparse (a) select n from generate_series(1, 50000) as n;
create table half_full (id int primary key, note text) with (fillfactor = 50);
insert into half_full select n, repeat('x', 100) from generate_series(1, 20000) as n;
create table huge (id int, note text);
alter table huge alter note set storage external;
insert into huge select n, repeat('x', 1500) from generate_series(1, 5000) as n;
create table toasted (id int, note text);
alter table toasted alter note set storage external;
insert into toasted select n, repeat('x', 5000) from generate_series(1, 2000) as n;
create table shorter (id int, gone text, note text);
insert into shorter select n, null, 'note' from generate_series(1, 50000) as n;
alter table shorter drop column gone;
vacuum analyze;
