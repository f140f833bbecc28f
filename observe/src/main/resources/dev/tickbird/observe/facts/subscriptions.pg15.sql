-- what:  the subscriptions of this database; how they connect is not read
-- needs: nothing
-- cost:  one row a subscription
select subscription.oid::bigint as oid,
       subscription.subname as name,
       pg_get_userbyid(subscription.subowner) as owner,
       subscription.subenabled as enabled,
       subscription.subbinary as binary,
       case when subscription.substream then 'on' else 'off' end as streaming,
       subscription.subslotname as slot,
       subscription.subsynccommit as synchronous_commit,
       subscription.subpublications as publications,
       case subscription.subtwophasestate when 'd' then 'disabled' when 'p' then 'pending' when 'e' then 'enabled' end as two_phase,
       subscription.subdisableonerr as disable_on_error,
       null::boolean as password_required,
       null::boolean as run_as_owner,
       null::text as origin,
       null::boolean as failover
from pg_catalog.pg_subscription as subscription
where subscription.subdbid = (
    select database.oid from pg_catalog.pg_database as database where database.datname = current_database())
order by subscription.subname
