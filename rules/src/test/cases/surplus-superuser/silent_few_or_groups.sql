-- Three, and others who may not log in.
create role chief superuser login;
create role boss superuser login;
create role admins superuser;
create role anna login in role admins;
