-- Null and not null.
select count(*) from customer where born is null;
