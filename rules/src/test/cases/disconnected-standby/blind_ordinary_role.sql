-- Where the primary is, is for superusers and those who read all settings.
-- server: own
-- role: app
create role app login;
