-- Near, another role's name, another case, none, and who may not log in.
create role clerk login password 'clerk1';
create role teller login password 'clerk';
create role "Box Office" login password 'box office';
create role visitor login;
create role staff password 'staff';
