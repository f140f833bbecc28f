-- A time that no row has yet.
select id from customer where created_at > '2031-01-01 00:00+00';
