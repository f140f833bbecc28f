-- Columns that came and went.
-- thresholds: advice = 30, warning = 60
create schema live;
create table live."Import" (id int);
create table export (id int);
do $$
begin
    for i in 1..65 loop
        alter table live."Import" add column extra int;
        alter table live."Import" drop column extra;
    end loop;
    for i in 1..35 loop
        execute format('alter table export add column c%s int', i);
    end loop;
    alter table export drop column c7;
end $$;
-- cure
drop table live."Import";
create table live."Import" (id int);
drop table export;
