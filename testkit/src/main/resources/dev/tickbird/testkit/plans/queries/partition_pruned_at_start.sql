-- A stable function prunes when the plan starts, not when it is made.
select count(*) from measurement where measured_at > current_setting('plans.since', true)::timestamptz;
