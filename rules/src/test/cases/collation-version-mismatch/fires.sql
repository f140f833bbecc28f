-- The library has another version than when these collations were made: one that sorts indexes of every kind, one with
-- hostile names, one by which only indexes compare that do not sort, and one that nothing uses.
create schema "Live Shows";
create collation german (provider = icu, locale = 'de');
create collation "Live Shows"."de ""neu""" (provider = icu, locale = 'de-DE');
create collation bytewise (provider = icu, locale = 'nl');
create collation idle (provider = icu, locale = 'fr');
create extension pg_trgm;
create table artist (id int primary key, name text collate german unique, town text collate german,
                     tags text[] collate german, plain text collate "C",
                     exclude using btree (town with =));
create index artist_tags on artist using gin (tags);
create index artist_town on artist using brin (town);
create index artist_lower on artist (lower(name));
create index artist_plain on artist (plain);
create table "Live Shows"."Show" (day date, title text collate "Live Shows"."de ""neu""") partition by range (day);
create table "Live Shows"."Show 2026" partition of "Live Shows"."Show" for values from ('2026-01-01') to ('2027-01-01');
create index "by title" on "Live Shows"."Show" (title);
create table crate (label text collate bytewise);
create index crate_pattern on crate (label text_pattern_ops);
create index crate_hash on crate using hash (label);
create index crate_words on crate using gin (label gin_trgm_ops);
update pg_collation set collversion = '1.0' where collname in ('german', 'de "neu"', 'bytewise', 'idle');
