-- Rows beyond all bounds are in the default partition, which is empty.
select * from measurement where measured_at > '2030-01-01 00:00+00';
