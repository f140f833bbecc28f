-- TLS is on, with an old version and ciphers that encrypt nothing.
-- server: own
copy (select '') to program 'umask 077; openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -keyout server.key -out server.crt 2>&1';
alter system set ssl_min_protocol_version = 'TLSv1';
alter system set ssl_ciphers = 'HIGH:eNULL:!aNULL:RC4:!RC4';
alter system set ssl = on;
select pg_reload_conf();
select pg_sleep(0.3);
