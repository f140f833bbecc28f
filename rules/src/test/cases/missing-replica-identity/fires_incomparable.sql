-- The whole row would stop a subscriber: it cannot compare json, a domain over it, or an array of points.
create domain document as json;
create table log (id int, payload json);
create table report (id int, body document);
create table route (id int, stops point[]);
create publication changes for table log, report, route;
-- cure
alter table log add primary key (id);
alter table report add primary key (id);
alter table route add primary key (id);
