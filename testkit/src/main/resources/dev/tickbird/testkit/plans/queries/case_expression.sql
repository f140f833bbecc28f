-- Conditions within case, coalesce and nullif have no statistics.
select sum(case when status = 'returned' then -total else total end) from orders where coalesce(notes, '') = '' and nullif(city_id, 5) > 580;
