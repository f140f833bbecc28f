-- Counters that began a moment ago show one moment.
select pg_stat_reset();
