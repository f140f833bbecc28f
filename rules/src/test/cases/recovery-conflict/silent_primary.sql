-- Nothing is replayed on a primary.
-- thresholds: min-age = 0 s, min-count = 0, min-per-day = 0
select 1;
