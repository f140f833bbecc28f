-- One takes a single null, the other any number of them.
-- versions: 15+
create table seat (place int);
create unique index on seat (place);
create unique index on seat (place) nulls not distinct;
