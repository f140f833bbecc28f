-- what:  runs of cluster and vacuum full that run now and that this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the progress of ' || count(*) || ' runs of cluster and vacuum full of other roles is hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_stat_progress_cluster as progress
where progress.phase is null
