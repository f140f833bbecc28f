-- Quoted, passed by using, checked before, of a type that cannot hold a statement, assigned anew, with the caller's rights.
create role teller login;
create function quoted(name text, v text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute 'select 1 from ' || quote_ident(name) || ' where x = ' || quote_literal(v);
    execute format('select %L, %I, 100 %% %3$s', v, name, 1);
    execute 'select $1' using v;
end $$;
create function checked(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^[a-z]+$' then raise exception 'no'; end if;
    execute 'select 1 from ' || name;
end $$;
create function listed(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from pg_class where relname = name) then execute 'select 1 from ' || name; end if;
end $$;
create function typed(t regclass, n int, u uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin execute 'select ' || n || ' from ' || t || ' where u = ''' || u || ''''; end $$;
create function again(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin name := quote_ident(name); execute 'select 1 from ' || name; end $$;
create function mine(name text) returns void language plpgsql as $$ begin execute 'select 1 from ' || name; end $$;
create function told(name text) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    -- execute 'x' || name;
    return 'execute ' || name;
end $$;
create function own_only(name text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin execute 'select 1 from ' || name; end $$;
revoke execute on function own_only(text) from public;
revoke execute on function quoted(text, text), checked(text), listed(text), again(text), typed(regclass, int, uuid) from public;
grant execute on function quoted(text, text), checked(text), listed(text), again(text), typed(regclass, int, uuid) to teller;
