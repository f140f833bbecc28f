-- Older servers do not count how many came.
-- versions: 17
select 1;
