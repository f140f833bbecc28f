-- Drawn from by a default or by an identity column.
-- versions: 15+
create unlogged sequence "bed's no";
create table bed (no int primary key default nextval('"bed''s no"'));
create schema live;
create table live.cue (id int generated always as identity);
alter sequence live.cue_id_seq set unlogged;
