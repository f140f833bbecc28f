-- Before 16, who creates roles makes himself a member of any.
-- versions: 14-15
create role "Office Manager" login createrole;
-- cure
alter role "Office Manager" nocreaterole;
