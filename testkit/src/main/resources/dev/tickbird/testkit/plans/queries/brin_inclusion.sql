-- BRIN, inclusion: addresses of a net.
select count(*) from log_entry where host << '192.168.1.0/24';
