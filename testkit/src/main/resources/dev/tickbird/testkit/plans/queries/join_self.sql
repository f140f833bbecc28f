-- A table joined with itself through its parent.
select c.id, p.rank from skewed as c join skewed as p on c.parent = p.id where p.rank > 100 and c.amount > 900;
