-- Range partitions: constants prune all months but one, on both levels.
select avg(value) from measurement where measured_at >= '2024-03-05 00:00+00' and measured_at < '2024-03-09 00:00+00';
