-- Nobody named the tables; partitions are reported with their root.
create table keyed (id int primary key);
create table log (id int, day date) partition by range (day);
create table log_2025 partition of log for values from ('2025-01-01') to ('2026-01-01');
create table log_2026 partition of log for values from ('2026-01-01') to ('2027-01-01') partition by list (id);
create table log_2026_rest partition of log_2026 default;
create table log_keyed partition of log for values from ('2027-01-01') to ('2028-01-01');
alter table log_keyed add primary key (id);
create unlogged table scratch (id int);
create publication everything for all tables with (publish = 'insert, delete');
