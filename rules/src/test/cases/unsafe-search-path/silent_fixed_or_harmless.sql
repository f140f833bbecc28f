-- Any fixed path is fine, an empty one too; with the caller's rights the path is the caller's affair.
create schema box;
create table box.ticket (id int primary key);
create function box.empty_path() returns bigint language sql security definer set search_path = ''
    as $$ select count(*) from box.ticket $$;
create function box.some_path() returns bigint language sql security definer set search_path = box, public
    as $$ select count(*) from ticket $$;
create function box.current_path() returns bigint language sql security definer set search_path from current
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
