-- An index on a JSON expression with few values.
select count(*), avg(price) from product where features ->> 'color' = 'black';
