-- Settings that only superusers may see are hidden from the role; none of them matters here.
-- server: own
-- role: app
create role app login;
