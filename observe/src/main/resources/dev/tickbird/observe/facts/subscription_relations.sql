-- what:  the tables that the subscriptions of this database fill
-- needs: nothing
-- cost:  one row a table
select filled.srsubid::bigint as subscription,
       filled.srrelid::bigint as relation,
       case filled.srsubstate
           when 'i' then 'initialize'
           when 'd' then 'copying'
           when 'f' then 'copied'
           when 's' then 'synchronized'
           when 'r' then 'ready'
       end as state,
       filled.srsublsn::text as position
from pg_catalog.pg_subscription_rel as filled
order by filled.srsubid, filled.srrelid
