-- Names that would break out of careless SQL; one column of two, behind a domain.
create schema "odd ""schema""";
create domain "odd ""schema"""."Big; --" as bigint;
create table "odd ""schema"""."drop table x; --" ("select" "odd ""schema"""."Big; --", b int, primary key ("select", b));
create table "odd ""schema"""."Ünï'code
line" ("user" int, b int, constraint "it's" foreign key ("user", b) references "odd ""schema"""."drop table x; --");
