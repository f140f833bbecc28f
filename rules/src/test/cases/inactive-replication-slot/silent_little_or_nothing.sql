-- One that reserves nothing, one that has read almost everything, one for this session only.
-- settings: wal_level = logical
select pg_create_physical_replication_slot('unused');
select pg_create_physical_replication_slot('fresh', true);
select pg_create_logical_replication_slot('changes', 'test_decoding');
select pg_create_physical_replication_slot('passing', true, true);
