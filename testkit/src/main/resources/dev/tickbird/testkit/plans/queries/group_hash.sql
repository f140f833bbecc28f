-- Groups by a hash.
select store_id, sum(amount) from sale group by store_id;
