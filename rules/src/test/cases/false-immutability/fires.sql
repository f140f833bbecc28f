-- Immutable functions that read tables, settings, the clock and chance; some of their answers are kept.
create schema "Bank";
create table "Bank"."Rate" (currency text primary key, rate numeric not null);
create function "Bank"."In euros"(amount numeric, c text) returns numeric language sql immutable
    as $$ select amount * r.rate from "Bank"."Rate" as r where r.currency = c $$;
create table payment (id int primary key, amount numeric, currency text);
create index payment_euros on payment ("Bank"."In euros"(amount, currency));
create function local_day(t timestamptz) returns date language plpgsql immutable
    as $$ begin return (t at time zone current_setting('app.zone'))::date; end $$;
create table visit (id int, at timestamptz, day date generated always as (local_day(at)) stored);
create index on visit (id) where local_day(at) > '2020-01-01';
create function bucket(id int) returns int language plpgsql immutable as $$ begin return id % extract(year from now())::int; end $$;
create table heap (id int) partition by list (bucket(id));
create function age_now(born date) returns interval language sql immutable return age(current_date, born);
create function noise(a int) returns double precision language sql immutable as 'select a * random()';
create function rate(c text) returns numeric language plpgsql immutable as $$
declare r numeric; begin select rate into r from "Bank"."Rate" where currency = c; return r; end $$;
-- cure
drop table payment, visit, heap;
alter function "Bank"."In euros"(numeric, text) stable;
alter function local_day(timestamptz) stable;
alter function bucket(int) stable;
alter function age_now(date) stable;
alter function noise(int) volatile;
alter function rate(text) stable;
