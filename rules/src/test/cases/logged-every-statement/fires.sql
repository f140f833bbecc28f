-- Both ways at once.
-- settings: log_statement=all, log_min_duration_statement=0
select 1;
