-- what:  the sessions whose state this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'what ' || count(*) || ' sessions of other roles do is hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_stat_activity as activity
where activity.query = '<insufficient privilege>'
