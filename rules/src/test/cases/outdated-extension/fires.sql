-- As after an upgrade of packages: the database has an older version of the objects.
create schema lib;
create extension pg_trgm with schema lib version '1.3';
