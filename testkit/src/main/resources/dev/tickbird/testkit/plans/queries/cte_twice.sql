-- A common table expression that is used twice.
with monthly as (select date_trunc('month', placed_at at time zone 'UTC') as month, sum(total) as total from orders group by 1)
select a.month, a.total - b.total from monthly as a join monthly as b on b.month = a.month - interval '1 month';
