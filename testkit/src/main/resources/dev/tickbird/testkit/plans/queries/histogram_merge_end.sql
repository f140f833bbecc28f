-- A merge join stops where the shorter side ends.
select count(*) from store as s join sale as a on a.store_id = s.id where s.id < 4;
