-- Equality in a collation of our own.
select id from person where last_name = 'Öztürk-51';
