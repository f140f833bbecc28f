-- From 16 on, who creates roles administers only those that he has made.
-- versions: 16+
create role "Office Manager" login createrole;
