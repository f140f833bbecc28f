-- The zip code decides the city.
-- settings: shared_preload_libraries = pg_stat_statements
-- thresholds: min-rows = 10
create extension pg_stat_statements;
create schema "Live Shows";
create table "Live Shows"."Address" (id int primary key, "City" text, zip text);
insert into "Live Shows"."Address" select n, n % 100, n % 1000 from generate_series(1, 50000) as n;
analyze "Live Shows"."Address";
select * from "Live Shows"."Address" where "City" = '1' and zip = '101' order by id;
select * from "Live Shows"."Address" where "City" = '2' and zip = '102' order by id;
select * from "Live Shows"."Address" where "City" = '3' and zip = '103' order by id;
select * from "Live Shows"."Address" where "City" = '4' and zip = '104' order by id;
select * from "Live Shows"."Address" where "City" = '5' and zip = '105' order by id;
select * from "Live Shows"."Address" where "City" = '6' and zip = '106' order by id;
select * from "Live Shows"."Address" where "City" = '7' and zip = '107' order by id;
select * from "Live Shows"."Address" where "City" = '8' and zip = '108' order by id;
select * from "Live Shows"."Address" where "City" = '9' and zip = '109' order by id;
select * from "Live Shows"."Address" where "City" = '10' and zip = '1010' order by id;
select * from "Live Shows"."Address" where "City" = '11' and zip = '1011' order by id;
select * from "Live Shows"."Address" where "City" = '12' and zip = '1012' order by id;
