-- what:  the statements that this role is not shown
-- needs: nothing
-- cost:  one row
-- extension: pg_stat_statements
select count(*) as hidden,
       count(*) || ' statements of other roles are hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_stat_statements(false) as counted
where counted.queryid is null
