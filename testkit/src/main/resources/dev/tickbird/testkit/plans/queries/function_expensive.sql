-- An expensive function is called last.
select count(*) from product where expensive_check(title) and price > 300 and retired;
