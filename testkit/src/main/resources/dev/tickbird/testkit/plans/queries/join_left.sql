-- An outer join whose right side is rarely there.
select c.id, r.name from customer as c left join customer as r on r.id = c.referrer_id where c.segment = 'reseller';
