-- A few distinct values: what a limit does to the choice.
select distinct kind from skewed limit 5;
