-- Unused, barely used, cycling, counting down from the top, or with a column that holds it all.
create table cue (id serial primary key);
create table show (id bigserial primary key);
select setval('show_id_seq', 3000000000);
create sequence round_robin maxvalue 100 cycle;
select setval('round_robin', 99);
create table tally (number int);
create sequence tally_numbers increment by -1 owned by tally.number;
select setval('tally_numbers', -100);
create table lamp (id int generated always as identity);
select setval('lamp_id_seq', 1400000000);
create sequence fresh as smallint start 32767;
