-- An audit that is not there, and plans that nobody logs.
-- settings: pgaudit.log = write, auto_explain.log_min_duration = 1s, auto_explain.log_analyze = on
-- no replay: a library is loaded by a restart
select 1;
