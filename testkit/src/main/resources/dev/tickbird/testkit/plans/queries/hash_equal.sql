-- A hash index beside a unique one.
select title from product where sku = 'SKU-0000777';
