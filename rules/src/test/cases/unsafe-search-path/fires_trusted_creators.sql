-- Those who may create there have the owner's rights already, or own the schema: the path is safe.
-- server: own
create role house;
create role deputy in role house;
create role understudy in role deputy;
create role chief superuser;
create role librarian;
create schema hall authorization house;
grant create on schema hall to deputy, understudy, chief;
create schema lib authorization librarian;
create table lib.score (id int primary key);
create table hall.seat (id int primary key);
create function hall.free() returns bigint language plpgsql security definer
    as $$ begin return (select count(*) from seat) - (select count(*) from score); end $$;
alter function hall.free() owner to house;
