-- A partial index that does not serve, for the condition does not follow.
select count(*) from orders where status <> 'shipped';
