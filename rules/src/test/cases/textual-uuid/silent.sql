-- Something else among them, another length, not a key, a real one, few rows, never analyzed.
create table show (id varchar(36) primary key, other text, mixed text unique, hash text unique, real uuid unique, md5 text unique);
insert into show
select 'show ' || n, md5(n::text)::uuid::text, case when n = 7 then 'seven' else md5(n::text)::uuid::text end,
       md5(n::text) || 'a', md5(n::text)::uuid, md5(n::text)
from generate_series(1, 200) as n;
create table few (id text primary key);
insert into few select md5(n::text)::uuid::text from generate_series(1, 5) as n;
analyze show, few;
create table fresh (id text primary key);
insert into fresh select md5(n::text)::uuid::text from generate_series(1, 200) as n;
