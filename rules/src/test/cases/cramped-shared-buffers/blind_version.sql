-- Nothing was counted that could show it.
-- versions: 15
select 1;
