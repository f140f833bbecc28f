-- More indexes than a person wants to read; the C library's order changed with its version 2.28.
-- thresholds: named-indexes = 1
create collation swedish (provider = libc, locale = 'C.UTF-8');
create table artist (name text collate swedish, town text collate swedish);
create index artist_name on artist (name);
create index artist_town on artist (town);
update pg_collation set collversion = '2.17', collcollate = 'sv_SE.UTF-8' where collname = 'swedish';
-- cure
update pg_collation set collversion = pg_collation_actual_version(oid) where collname = 'swedish';
