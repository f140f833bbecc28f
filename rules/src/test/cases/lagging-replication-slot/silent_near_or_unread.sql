-- One that has only just begun to be read; one that nobody reads, which is another matter.
create extension dblink;
select pg_create_physical_replication_slot('near', true, true);
select pg_create_physical_replication_slot('unread', false, true);
