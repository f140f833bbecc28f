-- is true, is not true, not.
select count(*) from skewed where flag is not true and not (kind = 'kind 1') and rank = 2;
