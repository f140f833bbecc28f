-- With rows, and nothing tied to it.
create schema live;
create unlogged table live."Cache" (id int primary key, body text);
insert into live."Cache" select n, 'a' from generate_series(1, 1000) as n;
analyze live."Cache";
