-- A name for each weekday keeps a week, on purpose.
-- settings: logging_collector=on, log_filename=server-%a.log, log_truncate_on_rotation=on
select 1;
