-- What became of the shop in the years after. Each "planted" line gives how the identity of the finding begins that must come
-- of the lines below it.
set search_path = shop, extensions, pg_catalog;

-- planted: unindexed-foreign-key:shop.order_item(product_id)
drop index order_item_product;

-- planted: duplicate-index:shop.payment_of_order
create index payment_of_order on payment (order_id);

-- planted: redundant-index:shop.orders_by_customer
create index orders_by_customer on orders (customer_id);

-- planted: unused-index:shop.orders_wide
create index orders_wide on orders (total, updated_at, public_id, customer_id, note);

-- planted: invalid-index:shop.customer_name
-- As a concurrent build leaves it behind that was interrupted.
create index customer_name on customer (full_name);
update pg_index set indisvalid = false where indexrelid = 'customer_name'::regclass;

-- planted: needless-predicate:shop.review_rating
create index review_rating on review (rating) where rating is not null;

-- planted: missing-primary-key:shop.import_line
create table import_line (file text not null, line int, body jsonb);
insert into import_line select 'prices.csv', n, '{"a": 1}' from generate_series(1, 3000) as n;

-- planted: sequence-exhaustion:shop.ticket_id_seq
create table ticket (id serial primary key, body text not null);
select setval('ticket_id_seq', 2000000000);
insert into ticket (body) select 'Where is my parcel' from generate_series(1, 100);

-- planted: lagging-sequence:shop.coupon_id_seq
select setval('coupon_id_seq', 3);

-- planted: foreign-key-type-mismatch:shop.wish
-- planted: timestamp-without-time-zone:shop.wish
create table wish (
    id bigint generated always as identity primary key,
    customer_id int not null references customer,
    product_id bigint not null references product,
    wished_at timestamp not null default now()
);
create index wish_customer on wish (customer_id);
create index wish_product on wish (product_id);
insert into wish (customer_id, product_id) select 1 + n % 6000, 1 + n % 3000 from generate_series(1, 2000) as n;

-- planted: unvalidated-constraint:shop.orders
alter table orders add constraint orders_note check (length(note) < 1000) not valid;

-- planted: undeclared-not-null:shop.coupon
alter table coupon add constraint coupon_uses_known check (uses_left is not null);

-- planted: money-column:shop.voucher
-- planted: textual-uuid:shop.voucher
-- planted: null-text-default:shop.voucher
-- planted: plain-json:shop.voucher
create table voucher (
    id bigint generated always as identity primary key,
    worth money not null,
    public_key text not null unique,
    remark text default 'NULL',
    printed json
);
insert into voucher (worth, public_key) select 10, gen_random_uuid()::text from generate_series(1, 2000);

-- planted: disabled-autovacuum:shop.ticket
alter table ticket set (autovacuum_enabled = false);

-- planted: disabled-trigger:shop.product
alter table product disable trigger product_audit;

-- planted: duplicate-trigger:shop.customer
create trigger customer_touch_again before update on customer for each row execute function touch();

-- planted: unsafe-search-path:shop.total_of(
create function total_of(wanted bigint) returns numeric language sql stable security definer
    as $$ select total from orders where id = wanted $$;

-- planted: public-table-write:shop.address
grant usage on schema shop to public;
grant insert, update on address to public;

-- planted: rule-on-table:shop.review
create rule keep_reviews as on delete to review do instead nothing;

vacuum analyze import_line, wish, voucher, orders, payment, review, customer;
analyze ticket;
