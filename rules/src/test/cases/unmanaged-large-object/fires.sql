create schema "large Ones";
create extension lo schema "large Ones";
create table image (id int primary key, "Raster" "large Ones".lo, thumb "large Ones".lo);
create trigger tidy before update or delete on image for each row execute function "large Ones".lo_manage(thumb);
create schema care;
create table care.part (id int, body "large Ones".lo) partition by range (id);
create table care.part_1 partition of care.part for values from (1) to (10);
