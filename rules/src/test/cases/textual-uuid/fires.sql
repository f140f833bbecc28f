-- As varchar and as text, as primary key and as unique column, with a table that references it.
create schema live;
create table live."Show" ("Id" varchar(36) primary key, name text);
create table live.cue (id int primary key, show varchar(36) references live."Show");
create table lamp (id int primary key, code text unique);
insert into live."Show" select md5(n::text)::uuid::text, 'a' from generate_series(1, 200) as n;
insert into lamp select n, upper(replace(gen_random_uuid()::text, '-', '')) from generate_series(1, 200) as n;
analyze live."Show", lamp;
-- cure
alter table live.cue drop constraint cue_show_fkey;
alter table live."Show" alter "Id" type uuid using "Id"::uuid;
alter table live.cue alter show type uuid using show::uuid;
alter table live.cue add foreign key (show) references live."Show";
alter table lamp alter code type uuid using code::uuid;
analyze live."Show", lamp;
