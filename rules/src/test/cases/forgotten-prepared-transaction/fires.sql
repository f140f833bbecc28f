-- Prepared, and neither committed nor rolled back; no session shows it.
-- thresholds: min-age = 0 s
create schema "Live Shows";
create table "Live Shows"."Cue" (id int primary key, note text);
begin;
insert into "Live Shows"."Cue" values (1, 'go');
prepare transaction 'forgotten ''one''';
-- cure
rollback prepared 'forgotten ''one''';
