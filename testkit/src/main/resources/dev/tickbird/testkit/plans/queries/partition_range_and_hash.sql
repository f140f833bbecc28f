-- Two levels: the month by range, the device by hash.
select measured_at, value from measurement where device_id = 17 and measured_at between '2024-02-01 00:00+00' and '2024-02-28 00:00+00';
