-- A covering index answers alone.
select city_id, name from customer where city_id = 77 and deleted_at is null;
