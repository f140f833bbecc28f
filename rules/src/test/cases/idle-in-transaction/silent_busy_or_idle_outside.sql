-- Idle outside a transaction, or idle in one for a moment only.
create table cue (id int primary key, note text);
-- session: idle
select count(*) from cue;
-- session: recent
begin;
select count(*) from cue;
