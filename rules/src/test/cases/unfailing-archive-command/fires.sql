-- Whether the copy succeeds or not, the server hears of success.
-- settings: archive_mode = on, archive_command = cp %p /nowhere/%f || true
create table cue (id int);
