-- A name nobody bears, but commits do not wait for it.
-- settings: synchronous_standby_names = cellar, synchronous_commit = local
create table cue (id int);
