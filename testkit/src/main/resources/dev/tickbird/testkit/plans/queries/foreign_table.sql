-- A table on another server, of which nothing is known.
select s.place, p.title from remote_stock as s join product as p on p.id = s.product_id where s.amount < 5 and p.retired;
