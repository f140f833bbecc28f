-- what:  the transactions that are prepared for two-phase commit
-- needs: nothing
-- cost:  one row a transaction
select prepared.gid as identifier,
       prepared.prepared as prepared_at,
       prepared.owner,
       prepared.database,
       prepared.transaction::text::bigint as transaction,
       age(prepared.transaction)::bigint as age
from pg_catalog.pg_prepared_xacts as prepared
order by prepared.gid
