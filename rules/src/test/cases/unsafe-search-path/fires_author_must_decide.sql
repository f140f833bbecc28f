-- Which tenant's table is meant, the caller's path has said so far; the other statement is put together at run time.
create schema one;
create schema two;
create table one.orders (id int);
create table two.orders (id int);
create function count_orders() returns bigint language plpgsql security definer as $$
begin
    return (select count(*) from orders);
end $$;
create function count_rows(name text) returns bigint language plpgsql security definer as $$
declare
    n bigint;
begin
    execute format('select count(*) from %I', name) into n;
    return n;
end $$;
-- cure
alter function count_orders() set search_path = one, pg_temp;
alter function count_rows(text) set search_path = one, two, pg_temp;
