-- No column owns the sequence, but a default draws from it, and the column's type ends before the sequence does; or the
-- sequence ends first; or another column's, which draws beside the one that owns it.
create schema care;
create table care.invoice (id int, no int not null, total numeric);
create sequence care."invoice's no" start 2100000000;
alter table care.invoice alter no set default nextval('care."invoice''s no"');
insert into care.invoice (total) values (1);
create sequence bed_no as integer start 2100000000;
create table bed (no bigint primary key default nextval('bed_no')) partition by range (no);
create table bed_rest partition of bed default;
insert into bed default values;
create table show (id bigserial primary key);
create table rehearsal (id int default nextval('show_id_seq'));
select setval('show_id_seq', 1900000000);
