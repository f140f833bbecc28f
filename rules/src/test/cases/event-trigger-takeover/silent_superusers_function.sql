-- A superuser's function, and an event trigger that is switched off.
create role dev;
create function watch() returns event_trigger language plpgsql as $$ begin null; end $$;
create event trigger watch on sql_drop execute function watch();
create function off() returns event_trigger language plpgsql as $$ begin null; end $$;
create event trigger off on sql_drop execute function off();
alter event trigger off disable;
alter function off() owner to dev;
