-- What everybody may see is examined for everybody.
-- server: own
-- role: app
-- settings: full_page_writes=off
create role app login;
