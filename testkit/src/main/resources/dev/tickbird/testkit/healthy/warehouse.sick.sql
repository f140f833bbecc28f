-- What became of the warehouse in the years after.

-- planted: missing-next-partition:core.sale
do $$
begin
    for n in 0..6 loop
        execute format('drop table core.sale_%s', to_char(date_trunc('month', now()) + (n * interval '1 month'), 'YYYY_MM'));
    end loop;
end $$;

-- planted: filled-default-partition:core.visit
create table core.visit (visited_on date not null, store_id int not null, visitors int not null, primary key (visited_on, store_id))
    partition by range (visited_on);
create table core.visit_2025 partition of core.visit for values from ('2025-01-01') to ('2026-01-01');
create table core.visit_rest partition of core.visit default;
insert into core.visit select date '2025-06-01' + n / 180, 1 + n % 180, n % 50 from generate_series(0, 90000) as n;

-- planted: missing-hash-partition:core.profile
drop table core.profile_3;

-- planted: missing-partition-index:core.receipt
create table core.receipt (day date not null, id bigint not null, text text, primary key (day, id)) partition by range (day);
create table core.receipt_2024 partition of core.receipt for values from ('2024-01-01') to ('2025-01-01');
create table core.receipt_2025 partition of core.receipt for values from ('2025-01-01') to ('2026-01-01');
create table core.receipt_2023 partition of core.receipt for values from ('2023-01-01') to ('2024-01-01');
create index on core.receipt_2023 (id);
create index on core.receipt_2024 (id);
create index on core.receipt_2025 (id);
create table core.receipt_2026 partition of core.receipt for values from ('2026-01-01') to ('2100-01-01');
insert into core.receipt select date '2026-01-01' + n % 100, n, 'text' from generate_series(1, 2000) as n;

-- planted: ending-number-range:core.batch
create table core.batch (id bigint generated always as identity primary key, note text) partition by range (id);
create table core.batch_1 partition of core.batch for values from (1) to (10001);
insert into core.batch (note) select 'x' from generate_series(1, 9900);

-- planted: unindexed-foreign-key:core.sale(product_id)
drop index core.sale_product;

-- planted: duplicate-index:core.customer_number
create index customer_number on core.customer (number);

-- planted: uninherited-key:mart.note
create table mart.note (id int primary key, text text);
create table mart.store_note (store_id int primary key) inherits (mart.note);

-- planted: cycling-key:core.label
create table core.label (id int generated always as identity (maxvalue 9999 cycle) primary key, text text);

-- planted: frozen-default:core.label
alter table core.label add column made_at timestamptz default 'now';

-- planted: time-with-time-zone:core.label
alter table core.label add column opens timetz;

-- planted: unvalidated-domain-constraint:core.share
create domain core.share as numeric;
alter table core.label add column share core.share;
insert into core.label (text, share) values ('a', 1), ('b', 2);
alter domain core.share add constraint share_range check (value between 0 and 1) not valid;

-- planted: unlogged-table:mart.daily_store
alter table mart.daily_store set unlogged;

-- planted: disabled-autovacuum:mart.forecast
-- planted: missing-statistics:mart.forecast
create table mart.forecast (day date, store_id int, net numeric, primary key (day, store_id)) with (autovacuum_enabled = off);
insert into mart.forecast select current_date + n % 365, n / 365, n from generate_series(0, 60000) as n;

-- planted: missing-primary-key:mart.correction
create table mart.correction (day date not null, store_id int not null, net numeric not null);
insert into mart.correction select current_date - n % 30, n % 180, 1 from generate_series(1, 2000) as n;

-- planted: readable-secret:core."fetch"(
create function core.fetch() returns void language plpgsql set search_path = core as $$
begin
    perform 'host=archive.internal user=loader password=sesame7 dbname=old';
end $$;

-- planted: disabled-event-trigger:guard_core
create function core.guard() returns event_trigger language plpgsql set search_path = core as $$
begin
    raise notice 'changed';
end $$;
create event trigger guard_core on sql_drop execute function core.guard();
alter event trigger guard_core disable;

analyze core.visit, core.receipt, core.batch, core.label, mart.correction, core.customer, core.sale, mart.daily_store;
