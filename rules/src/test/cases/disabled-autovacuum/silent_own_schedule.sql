-- Somebody vacuums it by hand; others have autovacuum on, or set differently.
-- server: own
create table nightly (id int primary key, note text) with (autovacuum_enabled = off);
vacuum nightly;
create table explicit (id int primary key, note text) with (autovacuum_enabled = on, toast.autovacuum_enabled = 'y');
create table eager (id int primary key) with (autovacuum_vacuum_scale_factor = 0.01);
alter role current_user set track_counts = off;
select pg_sleep(1.1);
