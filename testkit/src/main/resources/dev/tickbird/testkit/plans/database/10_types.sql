-- Types, collations, operators and functions, before the tables that use them.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists citext;
create extension if not exists ltree;
create extension if not exists hstore;
create extension if not exists bloom;
create extension if not exists postgres_fdw;

do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'plans_reader') then
        create role plans_reader;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of the same server was faster
end
$$;

create schema plans;
grant usage on schema plans to plans_reader;
alter default privileges in schema plans grant select on tables to plans_reader;
set search_path = plans, public;

create type order_status as enum ('new', 'paid', 'packed', 'shipped', 'returned', 'cancelled');
create type address as (street text, city text, postcode text);
create type price_range as range (subtype = numeric);
create domain email as citext check (value like '%@%');
create domain positive as integer check (value > 0);
create collation german (provider = icu, locale = 'de');

-- The same number for the same question, on every server and every time.
create function dice(n bigint, salt bigint) returns double precision
    immutable strict parallel safe language sql
    return (hashint8extended(n, salt) & 1048575) / 1048576.0;

create function net(gross numeric) returns numeric
    immutable language sql
    return round(gross / 1.19, 2);

create function is_late(shipped date, placed timestamptz) returns boolean
    stable language sql
    return shipped > (placed at time zone 'UTC')::date + 5;

create function expensive_check(value text) returns boolean
    immutable cost 5000 language plpgsql as $$ begin return length(value) > 3; end $$;

create function today() returns date
    stable language plpgsql as $$ begin return date '2024-06-30'; end $$;

create function lottery() returns double precision
    volatile language plpgsql as $$ begin return random(); end $$;

create function slices(n integer) returns setof integer
    immutable rows 7 cost 3 language plpgsql as $$ begin return query select generate_series(1, n); end $$;

create function same_word(text, text) returns boolean
    immutable strict language sql as $$ select lower($1) = lower($2) $$;
create operator === (leftarg = text, rightarg = text, function = same_word, commutator = ===, restrict = eqsel, join = eqjoinsel);

create aggregate product_of(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');
