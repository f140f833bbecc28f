-- Two partitions of one month each give sorted rows that are merged.
select device_id, measured_at from measurement where device_id < 20 order by device_id, measured_at limit 50;
