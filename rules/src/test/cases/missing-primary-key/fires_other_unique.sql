-- What is unique cannot simply become the key: it backs a constraint, has an order of its own, or foreign keys rest on it.
create table rig (code text not null unique);
create table lamp (place int not null);
create unique index lamp_place on lamp (place desc);
create table show (number int not null);
create unique index show_number on show (number);
create table cue (id int primary key, show int references show (number));
-- cure
alter table rig add primary key (code);
alter table lamp add primary key (place);
alter table show add constraint show_number primary key using index show_number;
