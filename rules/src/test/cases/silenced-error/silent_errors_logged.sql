-- Errors, if nothing below them.
-- settings: log_min_messages=error, log_min_error_statement=error
select 1;
