-- Aggregates that want an order.
select store_id, string_agg(quantity::text, ',' order by day), percentile_cont(0.5) within group (order by amount) from sale where store_id > 190 group by store_id;
