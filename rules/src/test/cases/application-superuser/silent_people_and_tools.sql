-- Few, tools, and a role that is no superuser.
create role app login;
-- session: one
set application_name = 'shop';
-- session: two
set application_name = 'shop';
-- session: three
set application_name = 'pgAdmin 4 - CONN:17';
-- session: four
set application_name = 'pgAdmin 4 - CONN:18';
-- session: five
set application_name = 'pgAdmin 4 - CONN:19';
-- session: six
set application_name = 'pgAdmin 4 - CONN:20';
-- session: main
set application_name = 'shop';
