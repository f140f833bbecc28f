-- Three telephones and four notes; a partitioned table tells for its partitions.
create schema "Box";
create table "Box"."Client" (id int, phone1 text, phone2 text, phone3 text, "Note 1" text, "Note 2" text, "Note 3" text,
    "Note 4" text);
create table visit (id int, fee_1 numeric(10,2), fee_2 numeric(10,2), fee_3 numeric(10,2)) partition by list (id);
create table visit_1 partition of visit for values in (1);
-- cure
create table "Box".phone (client int, phone text);
alter table "Box"."Client" drop column phone1, drop column phone2, drop column phone3;
alter table "Box"."Client" drop column "Note 1", drop column "Note 2", drop column "Note 3", drop column "Note 4";
alter table visit drop column fee_1, drop column fee_2, drop column fee_3;
