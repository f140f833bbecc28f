-- List partitions: two values, one partition each.
select kind, count(*) from event where kind in ('click', 'order') group by kind;
