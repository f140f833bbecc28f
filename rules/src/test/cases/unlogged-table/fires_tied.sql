-- Foreign keys, and a sequence of its own.
create table kind (id int primary key);
create unlogged table thing (id int primary key, kind int references kind);
create unlogged table part (id serial primary key, thing int references thing);
insert into thing select n from generate_series(1, 1000) as n;
insert into part (thing) select n from generate_series(1, 1000) as n;
analyze thing, part;
-- cure
alter table thing set logged;
alter table part set logged;
