-- An index on an expression, with its statistics.
select id from customer where lower(name) = 'anna c4ca423';
