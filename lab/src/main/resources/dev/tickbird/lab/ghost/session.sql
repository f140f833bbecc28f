-- the time zone and the date style that a client of this database begins with, who says nothing of them: what comes later
-- outranks what came before
select level.name, level.value
from (
    select setting.name, setting.boot_val as value, 0 as rank, 0 as place
    from pg_catalog.pg_settings as setting
    union all
    select line.name, line.setting, 1, line.seqno
    from pg_catalog.pg_file_settings as line
    where line.applied
    union all
    select split_part(entry.assignment, '=', 1),
           substr(entry.assignment, strpos(entry.assignment, '=') + 1),
           case when override.setrole <> 0 and override.setdatabase <> 0 then 5
                when override.setrole <> 0 then 4
                when override.setdatabase <> 0 then 3
                else 2
           end,
           0
    from pg_catalog.pg_db_role_setting as override
    cross join lateral unnest(override.setconfig) as entry (assignment)
    where override.setrole in (0, (select role.oid from pg_catalog.pg_roles as role where role.rolname = session_user))
      and override.setdatabase in (0, (select database.oid from pg_catalog.pg_database as database where database.datname = current_database()))
) as level
where lower(level.name) in ('timezone', 'datestyle')
order by level.rank, level.place
