-- What hides damage, what breaks catalogs, what fills the log, what forces plans.
-- settings: zero_damaged_pages=on, allow_system_table_mods=on, debug_print_plan=on, wal_consistency_checking=heap
select 1;
