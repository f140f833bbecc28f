-- Nothing is replayed on a primary.
select 1;
