-- Small pages, but few of them.
-- versions: 17+
-- server: own
select 1;
