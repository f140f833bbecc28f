-- Whether autovacuum works is for everybody to see.
-- server: own
-- role: app
create role app login;
create table booking (id int primary key);
