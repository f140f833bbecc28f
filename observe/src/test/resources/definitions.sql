-- Indexes and constraints, plain ones and those that have something special.
drop schema if exists "Odd "" Names" cascade;
create schema "Odd "" Names";
set search_path = "Odd "" Names", public;
create collation nordic (provider = icu, locale = 'sv-SE');
create domain code as varchar(10);
create type mood as enum ('sad', 'happy');
create table "Table ""1""" (
    id bigint constraint "Key "" 1" primary key,
    "a""b" text not null,
    short varchar(20) unique deferrable initially deferred,
    padded char(3),
    code code,
    swedish text collate nordic,
    mood mood,
    tags text[],
    during int4range,
    data jsonb,
    exclude using gist (during with &&),
    unique (padded, mood) include (code));
create index on "Table ""1""" ("a""b");
create index "É ""Index""" on "Table ""1""" (short, id);
create index on "Table ""1""" (short desc, id nulls first, padded desc nulls last, code asc nulls last);
create index on "Table ""1""" (code);
create index on "Table ""1""" (swedish);
create index on "Table ""1""" (swedish collate "C");
create index on "Table ""1""" ("a""b" collate nordic);
create index on "Table ""1""" ("a""b" text_pattern_ops);
create index on "Table ""1""" (short varchar_pattern_ops);
create index on "Table ""1""" (mood, tags, during);
create index on "Table ""1""" (padded) where "a""b" <> 'it''s' and id > 5;
create index on "Table ""1""" (padded desc) where id is null;
create unique index on "Table ""1""" (id desc);
create unique index on "Table ""1""" (id) include ("a""b");
create index on "Table ""1""" (lower("a""b"), id);
create index on "Table ""1""" ((id + 1) desc);
create index on "Table ""1""" (id) with (fillfactor = 70);
create index on "Table ""1""" using hash (id);
create index on "Table ""1""" using brin (id);
create index on "Table ""1""" using gin (data jsonb_path_ops);
create index on "Table ""1""" using gin (tags);
create index on "Table ""1""" using gist (during);
create table parted (id int, at date not null, primary key (id, at)) partition by range (at);
create table parted_1 partition of parted default;
create index on parted (at);
create index on only parted (id);
create table child (primary key (id)) inherits ("Table ""1""");
