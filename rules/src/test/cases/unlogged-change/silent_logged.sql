-- Changes are logged.
-- settings: log_statement=ddl
create role other;
create table mine (id int primary key);
create table theirs (id int primary key);
alter table theirs owner to other;
