-- A slot that is not to survive; there is no standby either.
select pg_create_logical_replication_slot('changes', 'pgoutput', true);
