-- A circle with a key that may be null, one with a key that may wait, a tree, and a chain that hangs on no circle.
create table department (id int primary key, head int);
create table employee (id int primary key, department int not null references department);
alter table department add foreign key (head) references employee;
create table pack (id int primary key, item int not null);
create table item (id int primary key, pack int not null references pack deferrable initially deferred);
alter table pack add foreign key (item) references item;
create table node (id int primary key, parent int not null references node);
create table label (id int primary key, item int not null references item);
