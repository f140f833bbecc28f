-- Words that only look like writes, writers that declare what they are, triggers, and bodies that nobody can read.
create table note (id int primary key, seen int, "insert" int);
create sequence tick;
create function told(a int) returns text language plpgsql stable as $body$
declare
    "delete from" int := 1;
    into_note text := $q$insert into note values (1)$q$;
begin
    -- insert into note values (1);
    /* update note set seen = 1; /* delete from note; */ truncate note; */
    raise notice 'insert into note %', E'it\'s update note set seen = 1';
    return into_note || $1 || (select coalesce(max("insert"), 0) from note);
end $body$;
create function dynamic(a text) returns void language plpgsql stable as $$ begin execute 'insert into ' || a; end $$;
create function writes(a int) returns int language sql as $$ insert into note (id) values (a) returning id $$;
create procedure sweeps() language sql as $$ update note set seen = 0; delete from note; $$;
create function fire() returns trigger language plpgsql parallel safe as $$
begin insert into note (id) values (nextval('tick')); return new; end $$;
create schema own;
create function own.nextval(a text) returns int language sql parallel safe as 'select 1';
create function draws() returns int language sql parallel safe as $$ select own.nextval('tick') $$;
create function loops() returns int language plpgsql stable as $$
declare n int := 0; begin for update in 1 .. 3 loop n := n + update; end loop; return n; end $$;
create function locked(a int) returns setof note language sql stable as $$ select * from note where id = a for update $$;
create function joined(a int) returns setof note language sql stable as $$
    with written as (insert into note (id) values (a) returning *) select * from written $$; -- it becomes part of the caller's statement
