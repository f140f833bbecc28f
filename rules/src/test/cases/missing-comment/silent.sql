-- A schema in which nobody comments, one in which few do, and one in which all do; a partition is its table's.
create table one (id int);
create table two (id int);
create table three (id int);
comment on table one is 'the first';
comment on column two.id is 'its number';
create schema full_of_words;
create table full_of_words.day (id int) partition by list (id);
create table full_of_words.day_1 partition of full_of_words.day for values in (1);
comment on table full_of_words.day is 'what happened';
