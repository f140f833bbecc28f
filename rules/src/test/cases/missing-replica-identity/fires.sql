-- Named in a publication: without any key, with a unique index that will do, with a deferrable key, and with an identity that
-- was dropped; names need quotes.
create schema "Box";
create table "Box"."Log" (id int, note text);
insert into "Box"."Log" values (1, 'a');
update "Box"."Log" set note = 'b';
create table seat (row_no int not null, seat_no int not null, code text not null, note text);
create unique index on seat (row_no, seat_no);
create unique index seat_code on seat (code);
create unique index on seat (note);
create unique index on seat (lower(code));
create unique index on seat (row_no) where seat_no = 1;
alter table seat replica identity nothing;
create table later (id int primary key deferrable);
create publication changes for table "Box"."Log", seat, later;
select pg_sleep(1.1); -- the counters arrive within a second
