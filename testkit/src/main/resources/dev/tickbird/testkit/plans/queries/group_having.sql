-- having, distinct within an aggregate, and filter.
select product_id, count(distinct store_id), sum(amount) filter (where quantity > 3) from sale group by product_id having sum(amount) > 1000;
