-- Other lengths, both kinds of text, two against two, other schemas, single words, too few, and partitions.
create schema other;
create table a (id int, value int, first_name varchar(20), unit_id int, seat_id int);
create table b (id int, value int, first_name text, unit_id int, seat_id int);
create table c (id int, value int, first_name varchar(40), unit_id bigint, seat_id bigint);
create table d (id bigint, value text, first_name varchar(50), unit_id bigint);
create table other.e (id int, seat_id text);
create table f (seat_number int) partition by list (seat_number);
create table f_1 partition of f for values in (1);
create table f_2 partition of f for values in (2);
create table f_3 partition of f for values in (3);
create table g (seat_number text);
