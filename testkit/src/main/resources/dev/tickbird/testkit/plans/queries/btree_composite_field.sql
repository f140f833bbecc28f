-- A field of a composite type, indexed.
select id from customer where (home).city = 'town 35';
