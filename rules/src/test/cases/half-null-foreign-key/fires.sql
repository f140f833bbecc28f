-- Two columns that are null in different rows.
create schema live;
create table live."Show" (id int, "Day" date, primary key (id, "Day"));
insert into live."Show" values (1, '2026-01-01');
create table live.cue (id int primary key, show int, "Day" date, foreign key (show, "Day") references live."Show" on delete set null);
insert into live.cue select id, case when id <= 60 then 1 end, case when id <= 100 then date '2026-01-01' end from generate_series(1, 200) as id;
analyze live.cue;
-- cure
update live.cue set "Day" = null where show is null;
alter table live.cue add check ((show is null) = ("Day" is null));
analyze live.cue;
