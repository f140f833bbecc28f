-- An aggregate of our own.
select quantity, product_of(1 + discount::numeric / 100) from order_item where discount is not null group by quantity;
