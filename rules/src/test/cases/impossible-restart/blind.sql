-- What the files say is hidden from the role.
-- role: app
create role app login;
