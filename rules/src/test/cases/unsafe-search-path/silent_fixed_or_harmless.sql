-- A path of its own that is safe, an empty one too; with the caller's rights the path is the caller's affair.
-- server: own
revoke create on schema public from public;
create role stagehand;
create schema box;
create schema own authorization stagehand;
create table box.ticket (id int primary key);
create table box.year (id int primary key);
create function box.empty_path() returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from box.ticket $$;
create function box.some_path() returns bigint language sql security definer set search_path = box, public, pg_temp
    as $$ select count(*) from ticket $$;
create function box.qualified() returns bigint language sql security definer set search_path = box, public
    as $$ select count(*) from box.ticket as year where extract(year from now()) > 2 /* from ticket */ $$;
create function box.current_path() returns bigint language sql security definer set search_path from current
    as $$ select count(*) from box.ticket $$;
create function box.owned_path() returns bigint language sql security definer set search_path = own, pg_temp
    as $$ select count(*) from box.ticket $$;
create function box.invoker() returns bigint language plpgsql as $$ begin return (select count(*) from ticket); end $$;
create function box.mine_alone() returns bigint language plpgsql security definer
    as $$ begin return (select count(*) from ticket); end $$;
revoke execute on function box.mine_alone() from public;
create function box.no_trigger_yet() returns trigger language plpgsql security definer
    as $$ begin return new; end $$;
revoke execute on function box.no_trigger_yet() from public;
create function box.bound() returns bigint language sql security definer
    begin atomic select count(*) from box.ticket; end;
