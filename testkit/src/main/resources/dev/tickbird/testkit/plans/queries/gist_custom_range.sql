-- GiST on a range type of our own.
select id from product where offered && price_range(10, 12) and offered @> 11.5;
