-- what:  the process that receives WAL, if this role is not shown it
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the state of the WAL receiver is hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_stat_wal_receiver as receiver
where receiver.status is null
