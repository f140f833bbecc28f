-- Nothing is archived, and nothing is to be.
create table cue (id int);
select pg_switch_wal();
