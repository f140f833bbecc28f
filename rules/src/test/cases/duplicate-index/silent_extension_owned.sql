-- What belongs to an extension is the extension's business.
create extension seg;
create table patch (id int primary key, channel int);
create index on patch (channel);
create index on patch (channel);
alter extension seg add table patch;
