-- Null together, beside a tenant, matched in full, never null, and never analyzed.
create table show (tenant int, id int, primary key (tenant, id));
insert into show values (1, 1);
create table cue (tenant int not null, show int, foreign key (tenant, show) references show);
insert into cue select 1, case when id < 50 then 1 end from generate_series(1, 100) as id;
create table lamp (tenant int, show int, foreign key (tenant, show) references show);
insert into lamp select case when id < 50 then 1 end, case when id < 50 then 1 end from generate_series(1, 100) as id;
create table rig (tenant int, show int, foreign key (tenant, show) references show match full);
insert into rig select case when id < 50 then 1 end, case when id < 50 then 1 end from generate_series(1, 100) as id;
create table full_rig (tenant int, show int, foreign key (tenant, show) references show);
insert into full_rig values (1, 1);
analyze cue, lamp, rig, full_rig;
create table fresh (tenant int, show int, foreign key (tenant, show) references show);
insert into fresh values (1, null);
