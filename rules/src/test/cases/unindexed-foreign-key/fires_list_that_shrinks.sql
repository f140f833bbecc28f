-- A short list from which rows are deleted, one whose rows go with others, and one that takes what refers to it along.
-- thresholds: few-rows = 0
create table state (code int primary key);
insert into state select n from generate_series(1, 9) as n;
create table booking (id int primary key, state int references state);
insert into booking select n, 1 + n % 3 from generate_series(1, 2000) as n;
delete from state where code = 9;
create table owner (id int primary key);
create table kind (id int primary key, owner int references owner on delete cascade);
create index on kind (owner);
insert into owner values (1);
insert into kind select n, 1 from generate_series(1, 3) as n;
create table lamp (id int primary key, kind int references kind);
create table team (id int primary key);
insert into team values (1);
create table member (id int primary key, team int references team on delete set null);
select pg_sleep(1.1); -- the counters arrive within a second
analyze state, booking, owner, kind, lamp, team, member;
