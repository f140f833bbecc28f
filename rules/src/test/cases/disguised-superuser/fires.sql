-- Through a group, by functions of the system's; a reader of files; everybody.
create role loaders;
grant pg_execute_server_program, pg_write_server_files to loaders;
create role "Night Load" login in role loaders;
create role exporter login;
grant execute on function lo_export(oid, text) to exporter;
create role reader login in role pg_read_server_files;
grant execute on function pg_read_file(text) to public;
-- cure
revoke loaders from "Night Load";
revoke execute on function lo_export(oid, text) from exporter;
revoke pg_read_server_files from reader;
revoke execute on function pg_read_file(text) from public;
