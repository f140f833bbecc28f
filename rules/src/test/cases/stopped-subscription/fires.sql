-- One is disabled; one is enabled, but its publisher cannot be reached.
-- thresholds: min-uptime = 0 s
create table cue (id int primary key);
create subscription "Left" connection 'host=/nowhere dbname=shop' publication sales, "All" with (connect = false);
create subscription failing connection 'host=/nowhere dbname=shop' publication sales with (connect = false);
alter subscription failing enable;
select pg_sleep(1);
-- cure
alter subscription "Left" set (slot_name = none);
drop subscription "Left";
alter subscription failing disable;
alter subscription failing set (slot_name = none);
drop subscription failing;
