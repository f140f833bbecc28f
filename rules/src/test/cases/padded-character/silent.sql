-- All of one length, a single letter, no statistics, no such type, a few blanks in a short list.
create table country (code char(2) primary key, mark char, name varchar(10));
insert into country select chr(97 + n / 10) || chr(97 + n % 10), 'x', 'a ' from generate_series(1, 99) as n;
create table fresh (name char(40));
insert into fresh values ('a');
create table language (id int primary key, name char(20));
insert into language values (1, 'English'), (2, 'Italian'), (3, 'Japanese'), (4, 'Mandarin');
analyze country, language;
