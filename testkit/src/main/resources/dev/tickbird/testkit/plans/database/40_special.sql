-- Ranges, inheritance, policies, correlated and skewed data, and what is odd about old databases.
create table booking (
    id integer primary key,
    room integer not null,
    during tstzrange not null,
    slots datemultirange,
    guest text not null,
    exclude using gist (room with =, during with &&)
);
create index on booking using spgist (during);
create index on booking using gist (slots);

create table price_history (
    product_id integer not null references product,
    valid daterange not null,
    price numeric not null
);
create index on price_history using gist (product_id, valid);
create index price_history_valid_quad on price_history using spgist (valid);

create table vehicle (id integer primary key, plate text not null, wheels integer not null, built date);
create table car (doors integer) inherits (vehicle);
create table truck (payload numeric) inherits (vehicle);
create table fire_truck (ladder integer) inherits (truck);
create index on car (plate);
create index on truck (plate);
create index on truck (payload);

create table document (
    id integer primary key,
    owner text not null,
    team text not null,
    title text not null,
    secret boolean not null
);
create index on document (team);
create index on document (owner) where secret;
alter table document enable row level security;
create policy document_team on document for select to plans_reader using (team = current_setting('plans.team', true) or not secret);
create policy document_owner on document as restrictive for all to plans_reader using (owner <> 'system');
create policy document_change on document for update to plans_reader using (team = 'red') with check (not secret);
grant update, delete on document to plans_reader;

create table person (
    id integer primary key,
    last_name text collate german not null,
    first_name text collate "C" not null,
    city text not null,
    postcode text not null,
    state text not null,
    income integer,
    height real
);
create index on person (last_name, first_name);
create index on person (last_name collate "C" text_pattern_ops);
create index on person (city, postcode);
create index on person (income desc nulls last);
create index on person using hash (postcode);
create statistics person_place (ndistinct, dependencies) on city, postcode, state from person;
create statistics person_often (mcv) on city, state from person;
create statistics person_sums on (income / 1000), (left(postcode, 2)) from person;
create statistics person_lower on lower(city), state from person;

create table log_entry (
    id bigint not null,
    at timestamp not null,
    level text not null,
    host inet not null,
    trace uuid,
    duration interval,
    message text not null
);
create index log_entry_at_brin on log_entry using brin (at) with (pages_per_range = 4);
create index log_entry_host_brin on log_entry using brin (host inet_inclusion_ops) with (pages_per_range = 4);
create index log_entry_trace on log_entry using brin (trace uuid_bloom_ops) with (pages_per_range = 8);
create index on log_entry (level) where level = 'error';
create index on log_entry using spgist (message);

create table skewed (
    id integer primary key,
    rank integer not null,
    kind text not null,
    flag boolean,
    amount numeric,
    parent integer
);
create index on skewed (rank);
create index on skewed (kind, rank);
create index on skewed (flag) where flag;
create index on skewed (parent);
create index on skewed (rank, parent);

create table legacy (a integer, gone text, b text, gone_too numeric, c integer not null default 0);
alter table legacy drop column gone;
alter table legacy drop column gone_too;
alter table legacy add column d bigint generated always as (a::bigint * 2) stored;
create index on legacy (c, a);
create index on legacy (d);

create table sale (
    id bigint primary key,
    day date not null,
    store_id integer not null,
    product_id integer not null,
    amount numeric(10, 2) not null,
    quantity integer not null
);
create index on sale (day);
create index on sale (store_id, product_id);
create table store (id integer primary key, name text not null, city_id integer references city, opened date);
alter table sale add foreign key (store_id) references store;
alter table sale set (parallel_workers = 3);

create table specimen (id integer primary key, a integer, b integer, c integer);
create index specimen_bloom on specimen using bloom (a, b, c) with (length = 64);

create unlogged table scratch (id integer, word text);
create index on scratch (word);

create table never_analyzed (id integer primary key, name text, at timestamptz);
create index on never_analyzed (name);
create table never_filled (id integer primary key, name text, parent integer references never_filled);
create table emptied (id integer primary key, name text);
create table grown (id integer primary key, value integer); -- much longer than when it was analyzed
create index on grown (value);

create server elsewhere foreign data wrapper postgres_fdw options (host '/nowhere', dbname 'shop', fdw_startup_cost '120');
create user mapping for public server elsewhere options (user 'reader');
create foreign table remote_stock (product_id integer not null, amount integer, place text)
    server elsewhere options (schema_name 'public', table_name 'stock');
