-- One sequence numbers two tables, and both columns are the limit.
create sequence paper_no start 2000000000;
create table letter (no int default nextval('paper_no'), copy_no bigint default nextval('paper_no'));
create table invoice (no int default nextval('paper_no'));
select nextval('paper_no');
-- cure
alter table invoice alter no type bigint;
alter table letter alter no type bigint;
