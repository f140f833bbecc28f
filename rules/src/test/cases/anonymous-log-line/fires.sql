-- Slow statements of two databases, and a prefix with nothing but the time and the process.
-- settings: log_min_duration_statement=1s
create database shop;
