-- A superuser's function that executes what it puts together, a procedure, and a language without bounds.
create role teller login;
create schema "Box";
grant usage on schema "Box" to public;
create language unbounded handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
create function "Box"."count Rows"(name text) returns bigint language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    n bigint;
begin
    execute 'select count(*) from ' || name into n;
    return n;
end $$;
create procedure "Box".clear(name text) language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$ begin execute format('truncate %I', name); end $$;
create function "Box".call_out(url text) returns text language unbounded as $$ begin return url; end $$;
-- cure
revoke execute on function "Box"."count Rows"(text), "Box".call_out(text) from public;
revoke execute on procedure "Box".clear(text) from public;
