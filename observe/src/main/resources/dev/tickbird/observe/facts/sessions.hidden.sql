-- what:  the sessions whose state this role is not shown, or that nobody tracks
-- needs: nothing
-- cost:  one row
select counted.withheld + counted.untracked as hidden,
       concat_ws('; ',
           case when counted.withheld > 0 then 'what ' || counted.withheld
               || ' sessions of other roles do is hidden from role ' || quote_ident(current_user) end,
           case when counted.untracked > 0 then 'what ' || counted.untracked
               || ' sessions do is not tracked, because track_activities is off' end) as reason,
       case when counted.withheld > 0
            then 'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.'
            else 'Set track_activities to on.' end as hint
from (select count(*) filter (where activity.query = '<insufficient privilege>') as withheld,
             count(*) filter (where activity.state = 'disabled' and activity.backend_type = 'client backend'
                                  and activity.pid <> pg_backend_pid()) as untracked
      from pg_catalog.pg_stat_activity as activity) as counted
