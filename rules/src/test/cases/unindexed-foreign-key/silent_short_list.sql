-- A few states, of which none is ever deleted: an index would find a third of the table, and nothing needs it.
-- thresholds: few-rows = 0
create table state (code text primary key);
insert into state values ('new'), ('sent'), ('done');
create table booking (id int primary key, state text not null references state on update cascade);
insert into booking select n, (array['new', 'sent', 'done'])[1 + n % 3] from generate_series(1, 3000) as n;
create table letter (id int primary key, state text references state on delete restrict);
analyze state, booking, letter;
