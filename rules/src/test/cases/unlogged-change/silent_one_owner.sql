-- One owner of all.
create table mine (id int primary key);
create table mine_too (id int primary key);
