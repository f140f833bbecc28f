-- The data folder keeps others out, whatever the mode.
-- settings: logging_collector=on, log_directory=journal, log_file_mode=0644
select 1;
