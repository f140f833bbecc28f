-- What belongs to an extension is the extension's business.
create extension seg;
create table patch (id int primary key, channel int);
create index on patch (channel);
create index on patch (channel, id);
alter extension seg add table patch;
