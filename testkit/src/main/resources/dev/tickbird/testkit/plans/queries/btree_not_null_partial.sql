-- An index of what is not null, and who referred nobody.
select c.id from customer as c where c.referrer_id is not null and c.referrer_id between 5 and 20;
