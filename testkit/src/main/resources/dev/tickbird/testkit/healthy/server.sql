-- Who may come in, and who watches.
create role monitor login password 'quail-Lantern-83-tidewater';
grant pg_monitor to monitor;
alter role monitor connection limit 5;
alter role monitor set statement_timeout = '30s';

copy (
    select unnest(array[
        'local all all scram-sha-256',
        'host all all 127.0.0.1/32 scram-sha-256',
        'host all all ::1/128 scram-sha-256'
    ])
) to program 'cat > pg_hba.conf';
select pg_reload_conf();
