-- what:  the settings that this role is not shown
-- needs: nothing
-- cost:  one row
select case when pg_has_role('pg_read_all_settings', 'usage') then 0 else 1 end as hidden,
       'settings that only superusers may see are hidden from role ' || quote_ident(current_user) as reason,
       'Let ' || quote_ident(current_user) || ' see them: grant pg_read_all_settings to ' || quote_ident(current_user) || '.' as hint
