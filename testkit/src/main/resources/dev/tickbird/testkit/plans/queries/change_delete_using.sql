-- A delete with a subquery.
delete from sale using store as s where s.id = sale.store_id and s.opened < '1990-02-01' and sale.quantity = 6;
