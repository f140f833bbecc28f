-- Empty ranges have a share of their own in the statistics.
select count(*) from price_history where isempty(valid) or valid = 'empty';
