-- A name is seen where the last value of the sequence is hidden.
-- role: app
create role app login;
create schema box;
create sequence box.ticket_id;
create function box.empty_path() returns bigint language sql security definer set search_path = ''
    as $$ select nextval('box.ticket_id') $$;
