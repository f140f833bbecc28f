-- One name for all days.
-- settings: logging_collector=on, log_filename=server.log, log_truncate_on_rotation=on
select 1;
