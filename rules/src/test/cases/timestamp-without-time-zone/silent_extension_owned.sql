-- What belongs to an extension is the extension's business.
create extension seg;
create table patch (id int primary key, at timestamp);
alter extension seg add table patch;
