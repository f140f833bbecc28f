-- Multi-column statistics with an inequality and a null.
select count(*) from order_item where quantity <= 2 and discount is null;
