-- the way for bytes into types that refuse text; it is closed again in extended_end.sql
create cast (bytea as pg_ndistinct) without function;
create cast (bytea as pg_dependencies) without function;
create cast (bytea as pg_mcv_list) without function;

-- from 15 on there is a row for the table alone, and one with those that inherit from it; before, the planner misses
-- the only one as soon as it is gone
do $both$
begin
    if current_setting('server_version_num')::integer >= 150000 then
        delete from pg_catalog.pg_statistic_ext_data;
    end if;
    execute format(
        'create function pg_temp.write_object(object oid, inherited boolean, distinct_values bytea, dependencies bytea, common bytea)'
            ' returns void language sql as $write$'
            ' delete from pg_catalog.pg_statistic_ext_data where stxoid = $1 %s;'
            ' insert into pg_catalog.pg_statistic_ext_data (stxoid, %s stxdndistinct, stxddependencies, stxdmcv, stxdexpr)'
            ' select $1, %s $3::pg_ndistinct, $4::pg_dependencies, $5::pg_mcv_list,'
            ' case when bool_or(known.starelid is not null) then array_agg(known order by place) end'
            ' from generate_series(1, coalesce(array_length('
            '     pg_get_statisticsobjdef_expressions($1), 1), 0)) as place'
            ' left join pg_catalog.pg_statistic as known'
            ' on known.starelid = $1 and known.staattnum = place and known.stainherit = $2'
            ' $write$',
        case when current_setting('server_version_num')::integer >= 150000 then 'and stxdinherit = $2' end,
        case when current_setting('server_version_num')::integer >= 150000 then 'stxdinherit,' end,
        case when current_setting('server_version_num')::integer >= 150000 then '$2,' end);
end
$both$;
