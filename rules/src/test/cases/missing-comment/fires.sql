-- Two of three are described, and the third is a view; a blank says nothing.
create schema "Box";
create table "Box".seat (id int);
create table "Box".ticket (id int);
create view "Box"."Free" as select id from "Box".seat;
comment on table "Box".seat is 'a chair in a hall';
comment on table "Box".ticket is 'a seat that is sold';
comment on view "Box"."Free" is ' ';
-- cure
comment on view "Box"."Free" is 'seats that are not sold';
