-- BRIN without time zone: one hour.
select level, count(*) from log_entry where at >= '2024-01-01 10:00' and at < '2024-01-01 11:00' group by level;
