-- versions: 15+
-- A unique constraint that holds nulls equal.
select * from subscriber where list_id is null and phone = '1';
