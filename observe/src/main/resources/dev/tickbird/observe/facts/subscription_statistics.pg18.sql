-- what:  errors and conflicts of the subscriptions
-- needs: nothing
-- cost:  one row a subscription
select counted.subid::bigint as subscription,
       counted.subname as name,
       counted.apply_error_count as apply_errors,
       counted.sync_error_count as sync_errors,
       counted.confl_insert_exists as insert_exists,
       counted.confl_update_origin_differs as update_origin_differs,
       counted.confl_update_exists as update_exists,
       counted.confl_update_missing as update_missing,
       counted.confl_delete_origin_differs as delete_origin_differs,
       counted.confl_delete_missing as delete_missing,
       counted.confl_multiple_unique_conflicts as multiple_unique_conflicts,
       counted.stats_reset as statistics_since
from pg_catalog.pg_stat_subscription_stats as counted
order by counted.subid
