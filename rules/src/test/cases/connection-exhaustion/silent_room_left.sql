-- Half of them are taken; a role may have only one and has it; a superuser's limit does not hold; a limit of 0 locks out.
-- server: own
-- settings: max_connections=10
create role job login connection limit 1;
create role boss login superuser connection limit 2;
create role locked_out login connection limit 0;
create database closed connection limit 0;
-- session: one
set session authorization job;
