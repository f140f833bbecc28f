-- What the planner knows of a table is shown to nobody who may not read it.
-- role: app
create role app login;
create table booking (id int primary key, note text);
insert into booking select n, 'x' from generate_series(1, 3000) as n;
analyze booking;
select pg_sleep(1.1);
