-- Two sessions that stay.
-- thresholds: min-age = 0 s
-- session: one
select 1;
-- session: two
select 1;
