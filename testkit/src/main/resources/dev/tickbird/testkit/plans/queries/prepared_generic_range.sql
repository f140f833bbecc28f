-- A generic plan with a range, a limit and partitions that are pruned at the start.
set plan_cache_mode = force_generic_plan;
prepare q (timestamptz, timestamptz, int) as select * from measurement where measured_at >= $1 and measured_at < $2 order by measured_at limit $3;
execute q ('2024-02-02 00:00+00', '2024-02-03 00:00+00', 5);
