-- Changes of the schema, and what takes long.
-- settings: log_statement=ddl, log_min_duration_statement=250ms
select 1;
