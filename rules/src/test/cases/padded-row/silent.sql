-- The best order; what may be null, and then takes no room; unknown types; what varies in length; and a small table.
-- thresholds: min-waste = 8 kB
create domain score as int;
create table a (id bigint not null, at timestamptz not null, n int not null, m smallint not null, f boolean not null,
    note text);
insert into a select n, now(), n, 1, true, 'x' from generate_series(1, 2000) as n;
create table b (f boolean, id bigint, g boolean, at timestamptz);
insert into b select case when n % 2 = 0 then true end, n, case when n % 2 = 1 then true end, now()
    from generate_series(1, 2000) as n;
create table c (f boolean not null, s score not null, g boolean not null, at timestamptz not null);
insert into c select true, n, true, now() from generate_series(1, 2000) as n;
create table d (note text, f int not null, other text, id bigint not null);
insert into d select 'x', n, 'y', n from generate_series(1, 2000) as n;
create table e (f boolean not null, id bigint not null, g boolean not null, at timestamptz not null);
insert into e select true, n, true, now() from generate_series(1, 100) as n;
vacuum analyze a, b, c, d, e;
