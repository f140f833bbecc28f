-- LIKE with a prefix on a column in C collation.
select id from product where sku like 'SKU-00010%';
