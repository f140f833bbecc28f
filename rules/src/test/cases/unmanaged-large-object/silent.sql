create extension lo;
create table image (id int primary key, "Raster" lo, number oid);
create trigger tidy before update of "Raster" or delete on image for each row execute function lo_manage("Raster");
create schema other;
create domain other.lo as text;
create table talk (id int, body other.lo);
