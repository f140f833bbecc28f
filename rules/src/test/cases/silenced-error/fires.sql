-- Neither errors nor their statements.
-- settings: log_min_messages=fatal, log_min_error_statement=panic
select 1;
