-- Who says which program the server runs, runs it.
-- versions: 15+
create role archivist login;
grant alter system on parameter archive_command, work_mem to archivist;
-- cure
revoke alter system on parameter archive_command, work_mem from archivist;
