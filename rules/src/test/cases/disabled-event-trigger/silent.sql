create function note() returns event_trigger language plpgsql as 'begin end';
create event trigger note_drops on sql_drop execute function note();
create event trigger note_replica on sql_drop execute function note();
alter event trigger note_replica enable replica;
