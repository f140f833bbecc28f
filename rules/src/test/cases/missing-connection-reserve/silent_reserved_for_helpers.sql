-- None for superusers alone, but some that they may take too.
-- versions: 16+
-- settings: superuser_reserved_connections = 0, reserved_connections = 2
select 1;
