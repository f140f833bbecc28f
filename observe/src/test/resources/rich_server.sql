-- A server with something of everything that the rooms server, statistics, activity and replication tell.
-- It wants wal_level = logical, max_prepared_transactions, track_functions = all and pg_stat_statements preloaded.
-- The passwords in it must not reach a snapshot.

create schema "Odd Schema";
grant usage on schema "Odd Schema" to public;
create extension pg_stat_statements schema "Odd Schema";
create extension hstore;

create role rich_owner;
create role rich_reader;
create role rich_secret login password 'verysecret';
alter role rich_reader set work_mem = '64MB';
alter role rich_reader in database rich set search_path = 'a, "B"';
alter database rich set app.jwt_secret = 'verysecret';
alter role all set app.conninfo = 'host=there user=me password=verysecret';
alter role all set password_encryption = 'scram-sha-256';
alter role all set app.url = 'https://me:verysecret@there/path';
alter system set primary_conninfo = 'host=there user=me password=''verysecret'' port=1';
alter system set work_mem = '5MB';
select pg_reload_conf();

create schema shop;
create table shop.customer (
    id bigint generated always as identity primary key,
    name text not null,
    country text,
    tags text[],
    stay daterange,
    note text
);
insert into shop.customer (name, country, tags, stay, note)
select 'name ' || n, case n % 4 when 0 then null when 1 then 'de' else 'it' end, array['t' || n % 5, 'x'],
       daterange('2024-01-01', date '2024-01-02' + n % 9), repeat('long ', 1000)
from generate_series(1, 500) as n;
create index on shop.customer (lower(name));
create statistics shop.together (ndistinct, dependencies, mcv) on name, country from shop.customer;
create statistics shop.expressed on lower(name), (length(country)) from shop.customer;
create table shop.parent (id int primary key, kind text);
create table shop.child () inherits (shop.parent);
insert into shop.parent select n, 'p' from generate_series(1, 50) as n;
insert into shop.child select n, 'c' from generate_series(51, 100) as n;
create table shop.sale (id int not null, day date not null, primary key (id, day)) partition by range (day);
create table shop.sale_2024 partition of shop.sale for values from ('2024-01-01') to ('2025-01-01');
create table shop.sale_2025 partition of shop.sale for values from ('2025-01-01') to ('2026-01-01');
insert into shop.sale select n, date '2024-12-01' + n from generate_series(1, 60) as n;
alter table shop.customer owner to rich_owner;
create table shop.mile (number int primary key); -- large enough for its ends to be looked up
insert into shop.mile select * from generate_series(1, 30000);
create table shop.ticket (id serial primary key);
insert into shop.ticket values (7); -- a number that its sequence has yet to give
analyze;

create function shop.twice(n int) returns int language plpgsql as $$ begin return 2 * n; end $$;
select sum(shop.twice(id)) from shop.parent;

create publication everything for all tables;
create publication sales for table shop.sale with (publish = 'insert, update', publish_via_partition_root = true);
do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        execute 'create publication part for table shop.customer (id, name) where (id > 10)';
        execute 'create publication whole for tables in schema shop';
    end if;
end
$$;
create subscription far connection 'host=there dbname=rich password=verysecret' publication everything
    with (connect = false, slot_name = 'far', enabled = false);
insert into pg_subscription_rel (srsubid, srrelid, srsubstate, srsublsn)
select oid, 'shop.parent'::regclass, 'i', null from pg_subscription;

select pg_create_physical_replication_slot('physical', true);
select pg_create_logical_replication_slot('logical', 'pgoutput');
select pg_replication_origin_create('elsewhere');
select pg_replication_origin_session_setup('elsewhere');
begin;
select pg_replication_origin_xact_setup('0/1234567', now());
insert into shop.parent values (1000, 'from elsewhere');
commit;
select pg_replication_origin_session_reset();

begin;
insert into shop.sale values (1000, '2025-06-01');
prepare transaction 'left behind';

create role plain login password 'plain';
create role watcher login password 'watcher' in role pg_monitor;
