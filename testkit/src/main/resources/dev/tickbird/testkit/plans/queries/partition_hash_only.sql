-- Hash partitions below range partitions: one of two in each month.
select count(*) from measurement where device_id = 5;
