-- Two columns, quoted names.
create schema live;
create table live."Ticket" (id int primary key, price money, "Fee" money not null, name text);
create index on live."Ticket" (price);
insert into live."Ticket" values (1, 12.34, 1);
create table part (id int, price money) partition by range (id);
create table part_1 partition of part for values from (1) to (10);
