-- what:  the statistics objects whose data this role is not shown
-- needs: nothing
-- cost:  one row
select count(*) as hidden,
       'the data of ' || count(*) || ' statistics objects are hidden from role ' || quote_ident(current_user)
           || ', for it does not own their tables' as reason,
       'Run as the owner of the tables or as a superuser.' as hint
from pg_catalog.pg_statistic_ext as statistics
join pg_catalog.pg_class as relation on relation.oid = statistics.stxrelid
where not pg_has_role(relation.relowner, 'usage')
