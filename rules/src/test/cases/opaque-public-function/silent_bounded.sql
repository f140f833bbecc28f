-- Statements that are written out, an ordinary owner, the caller's rights, triggers, closed functions and schemas.
create role teller login;
create role house;
create schema box;
grant usage on schema box to public;
create function box.seats() returns int language sql security definer set search_path = pg_catalog, pg_temp
    as $$ select 1 $$;
create function box.count(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin execute format('select 1 from %I', name); end $$;
alter function box.count(text) owner to house;
create function box.mine(name text) returns void language plpgsql
    as $$ begin execute format('select 1 from %I', name); end $$;
create function box.fire() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin execute 'select 1'; return new; end $$;
create function box.closed(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin execute format('select 1 from %I', name); end $$;
revoke execute on function box.closed(text) from public;
create schema inner_room;
create function inner_room.run(name text) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$ begin execute name; end $$;
