-- Names that would break out of careless SQL.
create schema "odd ""schema""";
create table "odd ""schema"""."drop table x; --" ("select" int primary key);
create table "odd ""schema"""."Ünï'code
line" (id int primary key, "user" int references "odd ""schema"""."drop table x; --");
