-- For equality on all columns the order of the leading ones does not matter; more columns may follow.
create table hall (venue_id int, number int, primary key (venue_id, number));
create table booking (id int primary key, venue_id int, hall int, day date,
                      foreign key (venue_id, hall) references hall);
create index on booking (hall, venue_id, day);
