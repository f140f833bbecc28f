-- Nulls have their share.
select count(*) from skewed where amount is null and flag is null;
