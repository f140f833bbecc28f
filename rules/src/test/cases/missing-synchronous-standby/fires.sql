-- Commits wait for somebody who is not there; one that is there has another name.
-- server: own
create extension dblink;
create table cue (id int);
create procedure connect(name text, options text) language sql as $$
    select dblink_connect(name, format(
        'host=%s port=%s user=%s dbname=%s %s',
        split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user,
        current_database(), options))
$$;
call connect('receiver', 'replication=true application_name=attic');
select dblink_send_query('receiver', format('START_REPLICATION PHYSICAL %s', pg_current_wal_lsn()));
call connect('writer', '');
alter system set synchronous_standby_names = 'first 2 (cellar, loft)';
select pg_reload_conf();
select pg_sleep(0.5);
select dblink_send_query('writer', 'insert into cue values (1)');
select pg_sleep(0.3);
-- cure
alter system reset synchronous_standby_names;
select pg_reload_conf();
select pg_sleep(0.5);
