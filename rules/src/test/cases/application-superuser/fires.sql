-- Four sessions of one program, as the first superuser.
-- session: one
set application_name = 'shop';
-- session: two
set application_name = 'shop';
-- session: three
set application_name = 'shop';
-- session: four
set application_name = 'shop';
-- no replay: the sessions would have to log in anew
