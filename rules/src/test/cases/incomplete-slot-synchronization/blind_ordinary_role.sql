-- How the standby connects is for superusers and those who read all settings.
-- versions: 17+
-- role: slot_reader
create role slot_reader login;
