-- A lock under which others read; a table that nobody else sees yet; one that waits for its lock.
-- thresholds: min-age = 0 s
create table cue (id int primary key, note text);
create table booking (id int primary key);
-- session: writer
begin;
lock table cue in exclusive mode;
-- session: maker
begin;
create table draft (id int primary key);
insert into draft values (1);
-- session: waiter, waiting
begin;
lock table cue in access exclusive mode;
