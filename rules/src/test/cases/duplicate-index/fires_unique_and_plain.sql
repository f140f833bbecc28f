-- A plain index beside a unique one on the same keys; expressions and carried columns are compared as well.
create table account (id int primary key, email text, name text);
create unique index account_email on account (lower(email)) include (name);
create index account_email_search on account (lower(email)) include (name);
create table seat (row int, place int, unique (row, place));
create index seat_place on seat (row, place);
create table stage (id int primary key, area box, exclude using gist (area with &&));
create index stage_area on stage using gist (area);
