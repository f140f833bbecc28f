-- One role whose statements all find their rows by a key, one function, another database; and plans always made for the values.
-- settings: plan_cache_mode = force_custom_plan
create role till login;
alter role till set plan_cache_mode = 'force_generic_plan';
alter database postgres set plan_cache_mode = 'force_generic_plan';
create function lookup(integer) returns integer language sql set plan_cache_mode = 'force_generic_plan' as 'select $1';
