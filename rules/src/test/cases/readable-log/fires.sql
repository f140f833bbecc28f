-- Outside the data folder, for all to read.
-- settings: logging_collector=on, log_directory=../journal, log_file_mode=0644
select 1;
