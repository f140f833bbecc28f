-- The sickness, as small as it can be made. Here, to be replaced: a table that a crash empties.
create unlogged table basket (id int primary key);
