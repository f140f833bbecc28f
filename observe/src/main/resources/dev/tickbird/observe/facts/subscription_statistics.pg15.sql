-- what:  errors of the subscriptions
-- needs: nothing
-- cost:  one row a subscription
select counted.subid::bigint as subscription,
       counted.subname as name,
       counted.apply_error_count as apply_errors,
       counted.sync_error_count as sync_errors,
       null::bigint as insert_exists,
       null::bigint as update_origin_differs,
       null::bigint as update_exists,
       null::bigint as update_missing,
       null::bigint as delete_origin_differs,
       null::bigint as delete_missing,
       null::bigint as multiple_unique_conflicts,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_subscription_stats as counted
order by counted.subid
