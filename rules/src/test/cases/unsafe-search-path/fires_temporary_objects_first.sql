-- Temporary objects come before all schemas of a path that does not name them last, for tables if not for functions.
-- server: own
revoke create on schema public from public;
create schema box;
create table box.ticket (id int primary key, seat text);
create table box."Seat" (id int primary key);
create function box.sell(place text) returns void language plpgsql security definer set search_path = box, public
    as $$ begin insert into ticket (id, seat) values (1, upper(place)); end $$;
create function box.clear() returns void language sql security definer set search_path = pg_temp, box
    as $$ delete from only "Seat" $$;
