-- No lookup asks for null, so an index without the nulls serves.
create table "Rig" (id int primary key);
create table lamp (id int primary key, "rigId" int references "Rig");
create index on lamp ("rigId") where "rigId" is not null;
