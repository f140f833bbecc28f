-- Two windows, two sorts.
select id, sum(amount) over (partition by store_id order by day), avg(amount) over (partition by product_id) from sale where store_id < 10;
