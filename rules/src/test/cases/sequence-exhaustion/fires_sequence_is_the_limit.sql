-- The column holds more than its sequence gives: forgotten when the column was widened, or bounded of its own.
create table "Cue" ("Id" serial primary key);
alter table "Cue" alter "Id" type bigint;
select setval('"Cue_Id_seq"', 2147483000);
create table ticket (number int generated always as identity (maxvalue 9999));
select setval('ticket_number_seq', 7500);
create table tally (number bigint);
create sequence tally_numbers as smallint increment by -1 owned by tally.number;
select setval('tally_numbers', -30000);
create table report (number text);
create sequence report_numbers as integer owned by report.number;
select setval('report_numbers', 2000000000);
create table seat (number bigint);
create sequence seat_numbers maxvalue 1000 owned by seat.number;
select setval('seat_numbers', 900); -- one in ten is left
