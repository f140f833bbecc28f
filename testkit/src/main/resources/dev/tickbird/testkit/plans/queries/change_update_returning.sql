-- An update through the key, returning.
update product set price = price * 1.1 where id = 5 returning id, price;
