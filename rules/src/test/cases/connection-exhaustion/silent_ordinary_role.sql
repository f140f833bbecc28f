-- What the sessions of others do is hidden from the role; how many there are is not.
-- server: own
-- role: app
create role app login;
