-- The version is the one that there is, there is none to compare, or the database is not this one.
create collation german (provider = icu, locale = 'de');
create table artist (name text collate german, code text collate "C", town text);
create index on artist (name);
create index on artist (code);
create index on artist (town);
