-- A longer form whose default nobody reaches, and forms of which no call can choose; quoted names and types of several words.
create schema "Shop";
create function "Shop"."add It"(item text) returns int language sql as 'select 1';
create function "Shop"."add It"(item text, n int default 1, note text default 'a, (b) DEFAULT') returns int language sql as 'select 2';
create procedure plain(a double precision, b int default 0) language sql as 'select 1';
create procedure plain(a double precision, "C d" text default '') language sql as 'select 2';
create function whole(a timestamp with time zone default now()) returns int language sql as 'select 1';
create function whole(b numeric(10,2) default 1, c int default 2) returns int language sql as 'select 2';
-- cure
drop function "Shop"."add It"(text);
drop procedure plain(double precision, int);
drop function whole(timestamp with time zone);
