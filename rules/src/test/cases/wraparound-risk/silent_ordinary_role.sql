-- The ages are for everybody to see; whose sessions might hold back vacuum is not, and matters only where there is a risk.
-- server: own
-- role: app
create role app login;
