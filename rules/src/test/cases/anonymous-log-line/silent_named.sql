-- The prefix says who, one by its session.
-- settings: log_statement=ddl, log_line_prefix=%m %c %-10u %d
create database shop;
