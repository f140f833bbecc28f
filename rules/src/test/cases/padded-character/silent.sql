-- All of one length, a single letter, no statistics, no such type.
create table country (code char(2) primary key, mark char, name varchar(10));
insert into country select chr(97 + n / 10) || chr(97 + n % 10), 'x', 'a ' from generate_series(1, 99) as n;
create table fresh (name char(40));
insert into fresh values ('a');
analyze country;
