-- Partitions, a parent without a key, TimescaleDB's chunks, an extension's.
create table cue (id int primary key) partition by range (id);
create table cue_1 partition of cue for values from (1) to (10);
create table thing (id int);
create table lamp () inherits (thing);
create schema _timescaledb_internal;
create table reading (id int primary key);
create table _timescaledb_internal._hyper_1_1_chunk () inherits (reading);
create extension seg;
create table theirs (id int primary key);
create table heir () inherits (theirs);
alter extension seg add table theirs;
