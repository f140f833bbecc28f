-- The original was rebuilt, which makes it look younger than its copy; the copy's name tells.
create table purchase (id int primary key, day date);
create index purchase_day on purchase (day);
create index purchase_day_copy on purchase (day);
reindex index concurrently purchase_day;
