-- An extension whose objects all bear its name needs no place in the path of a body that does not name it; and what
-- everybody may call in a schema that hardly anybody may use is not open to everybody.
create schema monitor;
create extension pg_stat_statements schema monitor;
create schema care;
create table care.lab_result (id int primary key);
create function care.totals() returns bigint language plpgsql security definer
    as $$ begin return (select count(*) from lab_result); end $$;
create function care.calls() returns numeric language plpgsql security definer
    as $$ begin return (select sum(calls) from pg_stat_statements); end $$;
