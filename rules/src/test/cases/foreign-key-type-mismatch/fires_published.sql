-- versions: 15+
-- The row filter of a publication keeps the type of the column from being changed.
create table show (id bigint primary key);
create table cue (id int primary key, show_id int references show, primary_show boolean);
alter table cue replica identity full;
create publication mine for table cue where (show_id > 0);
-- cure
drop publication mine;
alter table cue alter column show_id type bigint;
