-- The server subscribes to itself, over its socket: as its first superuser, and as a role that may replicate and no more.
-- settings: wal_level=logical
create role replicator login replication;
create table ticket (id int primary key);
create publication all_of_it for table ticket;
select pg_create_logical_replication_slot(name, 'pgoutput') from unnest(array['far', 'near']) as name;
do $$
declare
    name text;
begin
    foreach name in array array['far', 'near'] loop
        execute format(
            'create subscription %I connection %L publication all_of_it with (create_slot = false, slot_name = %I, copy_data = false)',
            name,
            format('host=%s port=%s dbname=%s user=%s application_name=%s',
                   current_setting('unix_socket_directories'), current_setting('port'), current_database(),
                   case name when 'far' then 'postgres' else 'replicator' end, name),
            name);
    end loop;
end $$;
do $$
begin
    for attempt in 1..100 loop
        exit when (select count(*) from pg_stat_replication) = 2;
        perform pg_sleep(0.1);
        perform pg_stat_clear_snapshot();
    end loop;
end $$;
-- cure
alter subscription far disable;
alter subscription near disable;
alter subscription far set (slot_name = none);
alter subscription near set (slot_name = none);
drop subscription far;
drop subscription near;
