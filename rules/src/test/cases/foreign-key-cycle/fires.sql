-- A pair in two schemas, and three around.
create schema "Box";
create table "Box"."Seat" (id int primary key, ticket int not null);
create table ticket (id int primary key, seat int not null references "Box"."Seat");
alter table "Box"."Seat" add constraint "Seat's ticket" foreign key (ticket) references ticket;
create table hall (id int primary key, manager int not null);
create table person (id int primary key, team int not null);
create table team (id int primary key, hall int not null references hall);
alter table hall add foreign key (manager) references person;
alter table person add foreign key (team) references team;
