-- The same keys, but the other one carries more.
create table "Cue" (id int primary key, "Show" int, note text);
create index "cueShow" on "Cue" ("Show");
create index "cueShowNote" on "Cue" ("Show") include (note);
