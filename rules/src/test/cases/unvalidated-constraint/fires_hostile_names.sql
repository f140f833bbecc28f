-- Names that would break out of careless SQL.
create schema "odd ""schema""";
create table "odd ""schema"""."drop table x; --" ("select" int, "it's" text);
alter table "odd ""schema"""."drop table x; --" add constraint "Ünï'code
line" check ("select" > 0 and "it's" <> E'\\''%I %L %s') not valid;
