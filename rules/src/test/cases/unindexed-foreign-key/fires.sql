-- Two keys without an index: a plain one, and one of two columns whose index starts with only one of them.
create table venue (id int primary key);
create table event (id int primary key, venue_id int references venue);

create table hall (venue_id int, number int, primary key (venue_id, number));
create table booking (id int primary key, venue_id int, hall int, foreign key (venue_id, hall) references hall);
create index on booking (venue_id, id);
