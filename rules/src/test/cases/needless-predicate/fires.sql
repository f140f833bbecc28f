-- A condition that every row meets: of a plain index, of a unique one with hostile names.
create table cue (id int primary key, day date not null, note text);
create index cue_day on cue (day desc) include (note) where day is not null;
create schema "Live Shows";
create table "Live Shows"."Show" (id int primary key, "Code ""X""" text not null);
create unique index "by code" on "Live Shows"."Show" ("Code ""X""") where "Code ""X""" is not null;
