-- It has no primary to be connected to.
select 1;
