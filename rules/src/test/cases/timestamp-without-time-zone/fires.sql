-- One finding a table, whatever the number of columns; a precision is kept.
create schema live;
create table live.cue (id int primary key, "createdAt" timestamp not null, "user" timestamp(3), changed_at timestamptz);
insert into live.cue values (1, '2026-01-01 12:00', '2026-01-01 12:00', now());
-- cure
set timezone = 'UTC';
alter table live.cue alter column "createdAt" type timestamptz, alter column "user" type timestamptz(3);
