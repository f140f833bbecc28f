-- Ordinary roles own what superusers run; one function has a definer's rights.
create role dev;
create schema "Tools";
create function "Tools"."on Change"() returns event_trigger language plpgsql as $$ begin null; end $$;
create function watch() returns event_trigger language plpgsql security definer as $$ begin null; end $$;
alter function "Tools"."on Change"() owner to dev;
create event trigger "On Change" on ddl_command_end execute function "Tools"."on Change"();
create event trigger watch on sql_drop execute function watch();
alter function watch() owner to dev;
-- cure
alter function "Tools"."on Change"() owner to postgres;
alter function watch() owner to postgres;
