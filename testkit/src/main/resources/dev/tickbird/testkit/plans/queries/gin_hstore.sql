-- GIN on hstore.
select count(*) from customer where preferences @> 'theme=>dark';
