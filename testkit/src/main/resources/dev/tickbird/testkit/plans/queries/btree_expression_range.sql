-- An index on an expression: a prefix of it.
select count(*) from customer where lower(name) >= 'felix' and lower(name) < 'felix 3';
