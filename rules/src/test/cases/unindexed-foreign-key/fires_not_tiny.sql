-- Too many rows, too many pages, or a partition that was never analyzed and may have any size.
create table venue (id int primary key);
create table hall (id int primary key, venue_id int references venue);
insert into hall select number from generate_series(1, 1000) as number;
analyze hall;
create table poster (id int primary key, venue_id int references venue, picture text) with (fillfactor = 10);
insert into poster select number, null, repeat('x', 600) from generate_series(1, 500) as number;
analyze poster;
create table seat (id int, venue_id int references venue) partition by range (id);
create table seat_low partition of seat for values from (0) to (100);
create table seat_rest partition of seat default;
analyze seat_low;
