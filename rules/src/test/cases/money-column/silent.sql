create table ticket (id int primary key, price numeric(10, 2));
create view prices as select price::money from ticket;
create extension seg;
create table theirs (price money);
alter extension seg add table theirs;
