-- Two columns of an index, the second descending.
select placed_at, total from orders where customer_id = 3 and placed_at > '2023-01-01 00:00+00' order by placed_at desc;
