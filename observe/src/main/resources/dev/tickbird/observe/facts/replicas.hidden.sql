-- what:  the standbys and subscribers that this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       count(*) || ' standbys or subscribers are hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_stats to ' || quote_ident(current_user) || '.' as hint
from pg_catalog.pg_stat_replication as replica
where replica.state is null
