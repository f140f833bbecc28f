-- Read as fast as an index: few rows, known to be few; of a partitioned table all partitions together.
create table venue (id int primary key);
create table hall (id int primary key, venue_id int references venue);
insert into hall select number from generate_series(1, 900) as number;
analyze hall;
create table seat (id int, venue_id int references venue) partition by range (id);
create table seat_low partition of seat for values from (0) to (100);
create table seat_rest partition of seat default;
insert into seat select number from generate_series(1, 200) as number;
analyze seat_low;
analyze seat_rest;
