-- Capital letters, a blank, a sign, a reserved word; in a schema that needs quotes, and in one that does not.
create schema "Box Office";
create table "Box Office".seat (id int, "rowNumber" int, "user" text, "seat-no" int);
create table "order" (id int, "1st" int);
create function "isFree"() returns boolean language sql as 'select true';
-- cure
alter schema "Box Office" rename to box_office;
alter table box_office.seat rename column "rowNumber" to row_number;
alter table box_office.seat rename column "user" to client;
alter table box_office.seat rename column "seat-no" to seat_no;
alter table "order" rename to orders;
alter table orders rename column "1st" to first;
alter function "isFree"() rename to is_free;
