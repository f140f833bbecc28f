-- Releases that are without any known fault, whatever indexes there are.
create table seat (place point, row int);
create index on seat using gist (place);
create index on seat using brin (row);
