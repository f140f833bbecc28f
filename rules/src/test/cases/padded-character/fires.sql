-- Shorter values than there is room for.
create schema live;
create table live."Cue" (id int primary key, "Name" char(40), code char(3), note varchar(40));
insert into live."Cue" select n, 'name ' || n, 'abc', 'note' from generate_series(1, 200) as n;
analyze live."Cue";
