drop cast (bytea as pg_ndistinct);
drop cast (bytea as pg_dependencies);
drop cast (bytea as pg_mcv_list);

delete from pg_catalog.pg_statistic
where starelid in (select object.oid from pg_catalog.pg_statistic_ext as object);
