-- Settings of one session are its own affair; others may have reasons.
-- settings: log_min_duration_statement=1s, debug_pretty_print=off, ignore_checksum_failure=off
set debug_print_plan = on;
