-- What only looks like a question: words in literals and comments, from in calls, names of the query's own, own functions.
create table event (id int primary key, at date);
create table part (id int);
create function label(event date) returns text language sql immutable as $$
    -- select now() from event
    select 'now() from event ' || extract(year from event) || substring('abc' from 2) || trim(both from 'x')
$$;
create function other(a int, part int) returns boolean language sql immutable as 'select a is distinct from part';
create function total(a int[]) returns bigint language sql immutable as $$
    with part as (select unnest(a) as n), event (n) as materialized (select n from part) select sum(n) from event join part using (n)
$$;
create schema own;
create function own.now() returns int language sql immutable as 'select 1';
create function uses_own() returns int language sql immutable as 'select own.now()';
create function told(a int) returns int language plpgsql immutable as $$
begin raise debug 'called at % by %', clock_timestamp(), current_user; return a + 1; end $$;
create function open_question() returns int language plpgsql immutable as $$ begin return 1; end $$;
create function honest(a int) returns bigint language sql stable as $$ select count(*) from event where id > a and at < now() $$;
create table kept (id int, doubled int generated always as (told(id)) stored);
