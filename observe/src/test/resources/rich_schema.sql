-- what:  at least one object of every kind that a fact describes, under names that nobody should choose
-- needs: a superuser and an empty database of PostgreSQL 14 to 18; runs as is in psql, and twice in one cluster
-- note:  roles belong to the whole server: rich_owner, rich_reader and rich_odd are made if they do not exist

do $$
declare
    role text;
begin
    foreach role in array array['rich_owner', 'rich_reader', 'rich "odd" 🐦'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = role) then
            execute format('create role %I', role);
        end if;
    end loop;
    execute format('grant connect on database %I to rich_reader with grant option', current_database());
end $$;
grant rich_owner to rich_reader with admin option;
grant rich_reader to "rich ""odd"" 🐦";

alter function pg_catalog.lower(text) cost 7; -- as is done where a function turns out to be dear

create schema rich authorization rich_owner;
create schema "Odd ""Schema"" 🐦" authorization "rich ""odd"" 🐦";
comment on schema rich is 'everything there is';

-- extensions, as far as the server has them
do $$
declare
    wanted text;
begin
    foreach wanted in array array['citext', 'hstore'] loop
        if exists (select from pg_catalog.pg_available_extensions where name = wanted) then
            execute format('create extension %I schema rich', wanted);
        end if;
    end loop;
end $$;

-- types
create type rich.mood as enum ('sad', 'it''s "ok"', E'new\nline', '🐦');
alter type rich.mood add value 'very sad' before 'sad';
create type rich.address as (street text collate "C", number int, "Odd, ""Part""" numeric(10, 2)[]);
create type rich.nothing as ();
create function rich.float8_distance(a float8, b float8) returns float8
    language sql immutable strict parallel safe as 'select a - b';
create type rich.span as range (subtype = float8, subtype_diff = rich.float8_distance, multirange_type_name = rich.spans);
create type rich.words as range (subtype = text, collation = "C");
create type rich.shell;
create type rich.number;
create function rich.number_in(cstring) returns rich.number language internal immutable strict as 'int4in';
create function rich.number_out(rich.number) returns cstring language internal immutable strict as 'int4out';
create type rich.number (input = rich.number_in, output = rich.number_out, like = int4, category = 'N', default = '7');
create domain rich.percent as numeric(5, 2) default 0 not null
    constraint "not too much" check (value <= 100)
    constraint "not ""negative""" check (value >= 0);
alter domain rich.percent add constraint later check (value <> 13) not valid;
create domain rich.code as text collate "C" default 'a' || 'b' check (value ~ '^[a-z]+$');
create domain rich.codes as rich.code[];
comment on type rich.mood is E'how it is\nin two lines';
comment on domain rich.percent is 'part of a hundred';

-- collations
create collation rich.plain (provider = libc, locale = 'C');
do $$
begin
    create collation rich.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
    if current_setting('server_version_num')::int >= 160000 then
        execute $s$create collation rich.ruled (provider = icu, locale = 'und', rules = '&a < g')$s$;
    end if;
exception when feature_not_supported or invalid_parameter_value then
    raise notice 'this server has no ICU';
end $$;
do $$
begin
    if current_setting('server_version_num')::int >= 170000 then
        execute $s$create collation rich.builtin (provider = builtin, locale = 'C.UTF-8')$s$;
    end if;
end $$;

-- sequences
create sequence rich.counted as smallint start 5 minvalue -10 maxvalue 100 increment 5 cache 3 cycle;
create sequence rich.downward increment -1 minvalue -1000 maxvalue -1;
select nextval('rich.counted'), nextval('rich.counted'), nextval('rich.downward');
do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        execute 'create unlogged sequence rich.forgotten';
    end if;
end $$;

-- tables, columns, defaults, constraints
create table rich.customer (
    id bigint generated always as identity primary key,
    email text collate "C" not null unique,
    nickname rich.code,
    mood rich.mood default 'sad',
    home rich.address,
    discount rich.percent default 5,
    name_length int generated always as (length(nickname)) stored,
    born date check (born > '1900-01-01') no inherit,
    seen tstzrange,
    constraint "never twice at once" exclude using gist (seen with &&) where (seen is not null),
    constraint "born and named" check (born is not null or nickname is not null),
    constraint one_birthday unique (born, nickname) deferrable initially deferred
);
alter table rich.customer add constraint "checked later" check (id > 0) not valid;
alter table rich.customer owner to rich_owner;
comment on table rich.customer is 'who pays';
comment on column rich.customer.email is 'it''s "the" address';
comment on constraint "born and named" on rich.customer is 'either will do';

create table rich.purchase (
    id serial,
    customer bigint not null references rich.customer on delete cascade,
    placed timestamptz not null default now(),
    amount numeric(12, 2) not null,
    note varchar(40)
);
create unlogged table rich.scratch (id int, payload jsonb default '{}');
alter table rich.scratch add column late int constraint "always there" not null default 3;
create index scratch_kind on rich.scratch ((payload ->> 'kind'));
alter index rich.scratch_kind alter column 1 set statistics 200;
create conversion rich.latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;

create table rich."sixty-three bytes: it's ""quoted"", ünïcode, spaced, bird 🐦!" (
    "column with ""quotes""" int primary key default 7,
    U&"line\000Abreak" text default E'it''s\n"so" \\',
    "select" int references rich."sixty-three bytes: it's ""quoted"", ünïcode, spaced, bird 🐦!",
    constraint U&"check\000Abreak" check ("select" <> 0)
);
comment on table rich."sixty-three bytes: it's ""quoted"", ünïcode, spaced, bird 🐦!" is '🐦';
comment on column rich."sixty-three bytes: it's ""quoted"", ünïcode, spaced, bird 🐦!".U&"line\000Abreak" is E'a\nb';
create table "Odd ""Schema"" 🐦"."Odd ""Table""" (id int primary key, "Upper" text);

do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        execute 'create table rich.nulls_count (a int, unique nulls not distinct (a))';
    end if;
    if current_setting('server_version_num')::int >= 180000 then
        execute 'create table rich.booking (room int4range, during daterange, price int not null,
                     doubled int generated always as (price * 2) virtual,
                     primary key (room, during without overlaps),
                     constraint wished check (price > 0) not enforced)';
        execute 'alter table rich.scratch add constraint "not yet" not null payload not valid';
    end if;
end $$;

-- indexes
create index on rich.customer (lower(email)) where mood = 'sad';
create unique index "Odd ""Index""" on rich.purchase (customer desc nulls last, (amount * 2)) include (note);

-- inheritance
create table rich.parent_one (id int not null, common text, constraint inherited check (id > 0));
create table rich.parent_two (common text, more int);
create table rich.child (own int default 3) inherits (rich.parent_one, rich.parent_two);

-- partitions
create table rich.event (id bigint, at date not null, kind text, primary key (id, at, kind)) partition by range (at);
create table rich.event_2025 partition of rich.event for values from ('2025-01-01') to ('2026-01-01');
create table rich.event_2026 partition of rich.event for values from ('2026-01-01') to (maxvalue) partition by list (kind);
create table rich.event_2026_odd partition of rich.event_2026 for values in ('it''s', '🐦');
create table rich.event_2026_rest partition of rich.event_2026 default;
create table rich.spread (id int, label text) partition by hash (id, lower(label));
create table rich.spread_0 partition of rich.spread for values with (modulus 2, remainder 0);
create table rich.spread_1 partition of rich.spread for values with (modulus 2, remainder 1);

-- views and rules
create view rich.happy with (security_barrier) as
    select id, email, home from rich.customer where mood <> 'sad' with local check option;
alter view rich.happy alter column email set default 'nobody';
create view rich."View of ""all"" 🐦" as
    select c.email, p.* from rich.customer as c left join rich.purchase as p on p.customer = c.id;
comment on view rich.happy is 'those who are not sad';
do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        execute 'alter view rich.happy set (security_invoker = on)';
    end if;
end $$;
create materialized view rich.totals as select customer, sum(amount) as total from rich.purchase group by customer;
create unique index on rich.totals (customer);
create materialized view rich.unfilled as select * from rich.scratch with no data;
create rule "never ""mind""" as on delete to rich.scratch do instead nothing;
create rule note_it as on update to rich.scratch where old.id <> new.id
    do also insert into rich.parent_two (common) select email from rich.customer;
alter table rich.scratch disable rule note_it;

-- functions, procedures, aggregates
create function rich.touch() returns trigger language plpgsql as $$begin return new; end$$;
create function rich.guarded(who text, inout count int default 3, variadic rest text[] default '{}')
    language plpgsql stable strict security definer parallel restricted cost 50
    set search_path = pg_catalog, pg_temp set work_mem = '8MB'
    as $$begin count := count + 1; end$$;
do $$
begin -- a driver that splits statements at semicolons would split an SQL-standard body
    execute 'create function rich.emails(pattern text) returns table (id bigint, email text)
                 language sql stable rows 20
                 begin atomic select c.id, c.email from rich.customer as c where c.email like pattern; end';
end $$;
create function rich."Odd ""Function"" 🐦"(U&"a\000Ab" int) returns int language sql leakproof as 'select $1';
create function rich.place() returns bigint language internal window immutable strict as 'window_row_number';
create procedure rich.tidy(keep int, out removed int) language plpgsql as $$begin removed := keep; end$$;
create function rich.add(state numeric, next numeric) returns numeric language sql immutable strict as 'select $1 + $2';
create function rich.subtract(state numeric, next numeric) returns numeric language sql immutable strict as 'select $1 - $2';
create aggregate rich.total(numeric) (
    sfunc = rich.add, stype = numeric, combinefunc = rich.add, initcond = '0', parallel = safe,
    msfunc = rich.add, minvfunc = rich.subtract, mstype = numeric, minitcond = '0');
create aggregate rich.rows_seen(*) (sfunc = int8inc, stype = int8, initcond = '0');
create aggregate rich.middle(p float8 order by anyelement) (
    sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
comment on function rich.guarded(text, int, text[]) is 'runs as its owner';
comment on procedure rich.tidy(int) is 'keeps some';
comment on aggregate rich.total(numeric) is 'a sum';

-- triggers
create trigger touch_before before insert or update of email, mood on rich.customer
    for each row when (new.email is not null) execute function rich.touch();
create trigger touch_after after delete or truncate on rich.purchase for each statement execute function rich.touch();
create trigger with_rows after update on rich.purchase referencing old table as before new table as after
    for each statement execute function rich.touch('an argument', '🐦');
create trigger instead instead of insert on rich.happy for each row execute function rich.touch();
create constraint trigger "checked ""late""" after insert on rich.purchase
    deferrable initially deferred for each row execute function rich.touch();
create trigger on_parts after insert on rich.event for each row execute function rich.touch();
alter table rich.customer disable trigger touch_before;
alter table rich.purchase enable replica trigger touch_after;
alter table rich.purchase enable always trigger with_rows;
create function rich.watch() returns event_trigger language plpgsql as $$begin end$$;
create event trigger rich_event on ddl_command_end when tag in ('CREATE AGGREGATE', 'CREATE CAST')
    execute function rich.watch();
alter event trigger rich_event enable always;

-- row security
alter table rich.purchase enable row level security;
alter table rich.purchase force row level security;
create policy own on rich.purchase as permissive for select to rich_reader, "rich ""odd"" 🐦"
    using (customer in (select c.id from rich.customer as c where c.email = current_user));
create policy "not ""too"" much" on rich.purchase as restrictive for all
    using (amount < 1000000) with check (amount < 1000);
create policy entry on rich.purchase for insert with check (note is not null);

-- statistics
create statistics rich.together (ndistinct, dependencies, mcv) on born, nickname from rich.customer;
create statistics rich."Odd ""Statistics""" on lower(email), (id % 10), mood from rich.customer;
alter statistics rich.together set statistics 500;

-- foreign data
create foreign data wrapper rich_wrapper options (debug 'true', api_token 'hidden-1');
create server rich_server type 'elsewhere' version '1' foreign data wrapper rich_wrapper
    options (host 'db.example.org', password 'hidden-2', uri 'postgres://me:hidden-3@host/db');
create user mapping for public server rich_server options (user 'anybody');
create user mapping for rich_reader server rich_server options (user 'reader', password 'hidden-4');
create foreign table rich.afar (id int options (column_name 'key'), label text default 'x')
    server rich_server options (table_name 'it''s "far"', secret 'hidden-5');

-- operators and casts
create function rich.nearly(a float8, b float8) returns bool language sql immutable as 'select abs(a - b) < 1';
create function rich.not_nearly(a float8, b float8) returns bool language sql immutable as 'select abs(a - b) >= 1';
create operator rich.=~= (function = rich.nearly, leftarg = float8, rightarg = float8,
    commutator = operator(rich.=~=), negator = operator(rich.<~>), restrict = eqsel, join = eqjoinsel);
create operator rich.<~> (function = rich.not_nearly, leftarg = float8, rightarg = float8);
create function rich.halved(a float8) returns float8 language sql immutable as 'select a / 2';
create operator rich.|/| (function = rich.halved, rightarg = float8);
create function rich.backwards(a int, b int) returns int language sql immutable strict as 'select btint4cmp(b, a)';
create operator class rich.int_backwards for type int using btree as
    operator 1 > (int, int), operator 2 >= (int, int), operator 3 = (int, int),
    operator 4 <= (int, int), operator 5 < (int, int), function 1 rich.backwards(int, int);
create operator family rich."Odd ""Family""" using btree;
alter operator family rich."Odd ""Family""" using btree add
    operator 1 < (int, bigint), operator 3 = (int, bigint), function 1 (int, bigint) btint48cmp(int, bigint);
create function rich.to_code(rich.mood) returns rich.code language sql stable as $$select 'mood'::rich.code$$;
create cast (rich.mood as bytea) with inout as assignment;
create function rich.as_int(rich.address) returns int language sql immutable as 'select $1.number';
create cast (rich.address as int) with function rich.as_int(rich.address);
create cast (rich.number as int) without function as implicit;

-- text search
create text search dictionary rich.plain_words (template = simple, stopwords = 'english', accept = false);
create text search configuration rich.prose (copy = english);
alter text search configuration rich.prose alter mapping for asciiword with rich.plain_words, english_stem;
comment on text search configuration rich.prose is 'for texts';

-- privileges
grant usage on schema rich to public;
grant usage, create on schema rich to rich_reader with grant option;
grant select on rich.customer to rich_reader, public;
grant update (email, nickname), references (id) on rich.customer to "rich ""odd"" 🐦";
grant all on all sequences in schema rich to rich_reader;
revoke select, usage on sequence rich.downward from rich_reader;
revoke execute on function rich.guarded(text, int, text[]) from public;
grant execute on function rich.guarded(text, int, text[]) to rich_reader;
grant usage on type rich.mood to rich_reader;
grant usage on domain rich.percent to rich_reader;
grant usage on language plpgsql to rich_reader;
grant usage on foreign server rich_server to rich_reader;
grant usage on foreign data wrapper rich_wrapper to rich_reader;
grant execute on function pg_catalog.pg_ls_waldir() to rich_reader;
grant select on pg_catalog.pg_hba_file_rules to rich_reader;
do $$
begin
    execute format('grant select on large object %s to rich_reader', pg_catalog.lo_create(0));
end $$;
alter default privileges for role rich_owner revoke execute on functions from public;
alter default privileges for role rich_owner grant select on tables to rich_reader with grant option;
alter default privileges for role rich_owner in schema rich grant usage on sequences to public;
alter default privileges for role rich_owner grant usage on schemas to rich_reader;

-- rows
insert into rich.customer (email, nickname, mood, born)
    select 'customer' || i || '@example.org', 'c', 'sad', date '1980-01-01' + i from generate_series(1, 200) as i;
insert into rich.purchase (customer, amount, note) select 1 + i % 200, i, 'n' from generate_series(1, 1000) as i;
insert into rich.event select i, date '2025-06-01' + i, 'kind ' || i % 3 from generate_series(1, 400) as i;
refresh materialized view rich.totals;
analyze;
