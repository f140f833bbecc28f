-- What looks like it and is none. Here, to be replaced: a table that nobody expects to outlive its session.
create temporary table basket (id int primary key);
create table "order" (id int primary key);
