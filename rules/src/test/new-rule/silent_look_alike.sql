-- What looks like it and is none.
create table healthy (id int primary key);
