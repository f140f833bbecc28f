-- Which key of a partitioned table is to wait, a person decides.
create table hall (id int primary key, show int not null);
create table show (id int primary key, hall int not null references hall) partition by range (id);
create table show_1 partition of show for values from (0) to (100);
alter table hall add constraint hall_show foreign key (show) references show;
-- cure
alter table hall alter column show drop not null;
