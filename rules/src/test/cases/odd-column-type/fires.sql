-- One of four is narrower, another is a text.
create schema "Box";
create table "Box".ticket (id int, customer_id bigint, ordered_at timestamptz);
create table "Box".invoice (id int, customer_id bigint, ordered_at timestamptz);
create table "Box".refund (id int, customer_id bigint, ordered_at timestamptz);
create table "Box"."Old Refund" (id int, customer_id int, ordered_at varchar(30));
-- cure
alter table "Box"."Old Refund" alter column customer_id type bigint,
    alter column ordered_at type timestamptz using ordered_at::timestamptz;
