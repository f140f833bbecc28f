-- The index of an exclusion constraint serves a query.
select guest from booking where room = 12 and during && tstzrange('2023-03-01 00:00+00', '2023-03-08 00:00+00');
