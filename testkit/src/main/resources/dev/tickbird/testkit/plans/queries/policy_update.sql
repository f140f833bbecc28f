-- Row level security: an update with a check.
set role plans_reader;
update document set title = 'new' where id = 17;
