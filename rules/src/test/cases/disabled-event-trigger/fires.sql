create schema live;
create function live.note() returns event_trigger language plpgsql as 'begin end';
create event trigger "note drops" on sql_drop when tag in ('DROP TABLE', 'DROP INDEX') execute function live.note();
create event trigger note_all on ddl_command_end execute function live.note();
alter event trigger "note drops" disable;
alter event trigger note_all disable;
