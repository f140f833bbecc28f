-- TLS is off, so nobody agrees on anything.
-- server: own
alter system set ssl_min_protocol_version = 'TLSv1.1';
alter system set ssl_ciphers = 'ALL:eNULL';
select pg_reload_conf();
select pg_sleep(0.2);
