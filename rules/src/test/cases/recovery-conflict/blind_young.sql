-- Of counters that began a moment ago, nobody knows how often.
select pg_stat_reset();
