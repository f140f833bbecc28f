-- Upper and lower case, an underscore, a nought, a letter of another alphabet.
create schema "Box";
create table "Box".seat (id int, row_no int, rowno int, c0de text, code text);
create table "Box"."Seat" (id int);
create view "Box".user_list as select 1 as id;
create table "Box".userlist (id int);
create table hall (id int, "nаme" text); -- a Cyrillic letter in it
-- cure
alter table "Box".seat drop column row_no, drop column c0de;
drop table "Box"."Seat";
drop view "Box".user_list;
alter table hall rename column "nаme" to name;
