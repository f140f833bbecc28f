-- Stable, immutable and parallel safe functions that write, in each form of a body; hostile names.
create schema "Till";
create table "Till"."Note" (id int primary key, seen int default 0);
create sequence tick;
create function "Till"."see It"(a int) returns int language plpgsql stable as $$
begin
    if a > 0 then
        update only "Till"."Note" as n set seen = seen + 1 where id = a;
    end if;
    return a;
end $$;
create function lock_it(a int) returns int language plpgsql stable as $$
begin perform 1 from "Till"."Note" where id = a for no key update; return a; end $$;
create function scratch() returns void language plpgsql stable as $$
begin create temp table scratched (id int); end $$;
create function gone(a int) returns int language sql immutable as 'delete from "Till"."Note" where id = $1 returning id';
create function ticket() returns bigint language sql parallel safe as $$ select pg_catalog.nextval('tick') $$;
create function swept() returns void language plpgsql parallel restricted as $$
begin
    -- the one of the night
    with gone as (delete from "Till"."Note" returning id) insert into "Till"."Note" (id) select id + 1 from gone;
end $$;
create function note(a int) returns int language sql stable parallel safe
    begin atomic insert into "Till"."Note" (id) values (a) returning id; end;
-- cure
alter function "Till"."see It"(int) volatile parallel unsafe;
alter function note(int) volatile parallel unsafe;
alter function lock_it(int) volatile parallel unsafe;
alter function scratch() volatile parallel unsafe;
alter function gone(int) volatile parallel unsafe;
alter function ticket() parallel unsafe;
alter function swept() parallel unsafe;
