-- what:  the locks that processes and prepared transactions hold or wait for, this session left out
-- needs: nothing
-- cost:  one row a lock; holds the lock table still for a moment
select lock.locktype as type,
       lock.database::bigint as database, -- 0: shared by all databases
       lock.relation::bigint as relation,
       lock.page,
       lock.tuple::int as row,
       lock.virtualxid as virtual_transaction,
       lock.transactionid::text::bigint as transaction,
       lock.classid::bigint as object_class,
       lock.objid::bigint as object,
       lock.pid,
       lock.mode,
       lock.granted,
       lock.fastpath as fast_path,
       lock.waitstart as waiting_since
from pg_catalog.pg_locks as lock
where lock.pid is distinct from pg_backend_pid() -- null: a prepared transaction
order by lock.pid, lock.locktype, lock.database, lock.relation, lock.page, lock.tuple, lock.virtualxid,
         transaction, lock.classid, lock.objid, lock.objsubid, lock.mode, lock.granted
