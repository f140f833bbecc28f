-- The partitions' order gives the rows' order: an append instead of a sort.
select * from measurement where quality = 3 order by measured_at limit 20;
