-- A framework has made all of its tables so; one in another schema stands for itself.
create schema "My App";
create table "My App".users (id int primary key, created_at timestamp not null, updated_at timestamp not null);
create table "My App".posts (id int primary key, created_at timestamp(6) not null, updated_at timestamp(6) not null);
create table "My App".comments (id int primary key, created_at timestamp not null);
create table "My App"."Tags" (id int primary key, created_at timestamp not null);
create table "My App".visits (id int, day timestamp) partition by range (id);
create table "My App".visits_1 partition of "My App".visits for values from (1) to (10);
create table cue (id int primary key, at timestamp);
-- cure
set timezone = 'UTC';
alter table "My App".users alter created_at type timestamptz, alter updated_at type timestamptz;
alter table "My App".posts alter created_at type timestamptz, alter updated_at type timestamptz;
alter table "My App".comments alter created_at type timestamptz;
alter table "My App"."Tags" alter created_at type timestamptz;
alter table "My App".visits alter day type timestamptz;
alter table cue alter at type timestamptz;
