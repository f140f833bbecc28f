-- Names that would break out of careless SQL.
create schema "odd ""schema""";
create table "odd ""schema"""."drop table x; --" ("select" int not null, "it's" int not null);
create unique index "Ünï'code
line" on "odd ""schema"""."drop table x; --" ("select", "it's");
