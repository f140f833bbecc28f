-- Each of the types, an array, a domain.
create schema live;
create domain live.operation as regprocedure;
create table live."Job" (id int primary key, "What" regproc, how regconfig, op live.operation);
insert into live."Job" values (1, 'now', 'simple', 'abs(int)');
create table jobs (id int, whats regprocedure[]);
