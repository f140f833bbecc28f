-- Only superusers may see how passwords are stored.
-- role: app
create role app login;
