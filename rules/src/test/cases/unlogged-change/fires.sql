-- Two roles own tables.
create role "Shop Owner";
create table mine (id int primary key);
create table theirs (id int primary key);
alter table theirs owner to "Shop Owner";
