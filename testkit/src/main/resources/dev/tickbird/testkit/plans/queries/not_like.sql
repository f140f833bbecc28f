-- Not like, and unequal.
select count(*) from product where title not like 'red%' and price <> 1.0;
