-- One index is broken, another one is being built by a role whose progress the examining role is not shown.
-- server: own
-- role: app
-- no replay: what is hidden stays hidden, so that the rule cannot call the database clean
create role app login;
create table cue (id int primary key, note text);
create index cue_note on cue (note);
update pg_index set indisvalid = false where indexrelid = 'cue_note'::regclass;
create table show (id int primary key, title text);
insert into show values (1, 'Tosca');
-- session: holder
begin;
update show set title = 'Aida';
-- session: builder, waiting
create index concurrently show_title on show (title);
