-- Names that would break out of careless SQL.
create schema "odd ""schema""";
create table "odd ""schema"""."Ünï'code
 USING btree (" ("select" int primary key, "user;" text collate "C");
create index "one ""index" on "odd ""schema"""."Ünï'code
 USING btree (" ("user;");
create index "drop table x; --" on "odd ""schema"""."Ünï'code
 USING btree (" ("user;");
