-- The command is there, the switch was forgotten.
-- settings: archive_command = test ! -f /nowhere/%f && cp %p /nowhere/%f
select 1;
