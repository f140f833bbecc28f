-- versions: 15+
-- A merge with all three branches.
merge into store as s using (select city_id as id, count(*) as n from orders group by city_id) as o on s.id = o.id
when matched and o.n > 50 then update set name = 'busy' when matched then delete when not matched then insert values (o.id, 'new', null, null);
