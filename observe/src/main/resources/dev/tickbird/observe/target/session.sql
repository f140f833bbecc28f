-- What kind of session we got, for target_session_attrs; run in a transaction of its own, which also shows that the
-- pooler in between, if there is one, allows transactions.
-- Privileges: none. Cost: none. Versions: all.
select pg_catalog.pg_is_in_recovery() as standby,
       pg_catalog.current_setting('transaction_read_only')::pg_catalog.bool as read_only;
