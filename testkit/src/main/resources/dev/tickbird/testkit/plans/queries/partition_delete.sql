-- A delete in few partitions.
delete from measurement where measured_at < '2024-01-10 00:00+00' and quality = 0;
