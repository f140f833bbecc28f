-- What is not yet as old as autovacuum_freeze_max_age is nobody's fault, whatever share of the numbers it is.
-- thresholds: warning-share = 0.0000001
create table booking (id int primary key);
insert into booking values (1);
