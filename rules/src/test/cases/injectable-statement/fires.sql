-- Callers' texts in statements of security definers: joined, through a variable, by format, by place; a superuser's and others'.
create role teller login;
create role house;
create schema "Box";
grant usage on schema "Box" to public;
create function "Box"."count Rows"(relation text) returns bigint language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    n bigint;
begin
    execute 'select count(*) from ' || relation into n;
    return n;
end $$;
create procedure "Box".fill(INOUT target text, n int) language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    command text;
begin
    if target is null then
        raise exception 'no target: %', target;
    end if;
    command := 'insert into house.list select ''' || target || '''' || n;
    raise debug '%', command;
    execute command;
end $$;
create function found(text, "Which" character varying default 'x', n int default 1) returns setof record language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format('select * from %I where name like ''%s'' limit %s', $1, "Which", n);
end $$;
alter function found(text, character varying, int) owner to house;
create function closed(p_where text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r record;
begin
    for r in execute 'select 1 from pg_class where ' || (p_where) loop null; end loop;
end $$;
revoke execute on function closed(text) from public;
grant execute on function closed(text) to teller;
-- cure
revoke execute on function "Box"."count Rows"(text), found(text, character varying, int) from public;
revoke execute on procedure "Box".fill(text, int) from public;
revoke execute on function closed(text) from teller;
revoke all on function found(text, character varying, int) from house;
