-- A table that was emptied, and vacuumed.
select e.id from emptied as e join customer as c on c.id = e.id;
