-- A fixed path is only as safe as its schemas: everybody may create in one of these, a role that nobody need trust in
-- another. One body needs nothing of them, the other does.
-- server: own
revoke create on schema public from public;
create role stagehand;
create schema care;
create schema "Open House";
grant create on schema "Open House" to public;
create schema crew;
grant create on schema crew to stagehand;
create table care.patient (id int primary key);
create table crew.member (id int primary key);
create function care.count_patients() returns bigint language sql security definer
    set search_path = care, "Open House", pg_temp
    as $$ select count(*) from patient $$;
create function care.count_members() returns bigint language plpgsql security definer
    set search_path = care, crew, pg_temp
    as $$ begin return (select count(*) from member); end $$;
-- cure
alter function care.count_patients() set search_path = care, pg_temp;
revoke create on schema crew from stagehand;
