-- An index that finds at most one row serves, though it does not hold all columns of the key; a hash index serves one column.
create table hall (venue_id int, number int, primary key (venue_id, number));
create table booking (id int primary key, venue_id int, hall int, foreign key (venue_id, hall) references hall);
create unique index on booking (hall);
create table rig (id int primary key);
create table lamp (id int primary key, rig_id int references rig);
create index on lamp using hash (rig_id);
