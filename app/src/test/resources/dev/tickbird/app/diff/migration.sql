-- what:  one of every kind of change
alter type shop.state add value 'sent';
alter domain shop.amount set default 1;
alter sequence shop.ticket increment 5 maxvalue 1000;
alter table shop.customer alter email type varchar(200), drop note, add born date default '2000-01-01';
alter table shop.purchase alter amount drop default, alter placed drop not null;
alter table shop.purchase add constraint dear check (amount < 1000) not valid;
drop index shop.purchase_state_idx;
drop index shop.purchase_customer_idx;
create index purchase_customer_idx on shop.purchase (customer) where state = 'new';
alter table shop.event add kind text;
create index event_at_idx on shop.event (at);
create table shop.event_2027 partition of shop.event for values from ('2027-01-01') to ('2028-01-01');
drop table shop.obsolete;
create table shop.invoice (id int primary key, purchase int references shop.purchase, total numeric);
create index invoice_purchase_idx on shop.invoice (purchase);
comment on table shop.invoice is 'what is owed';
drop view shop.paid;
create view shop.paid with (security_barrier) as
    select id, amount, placed
    from shop.purchase
    where state = 'paid';
create or replace function shop.total(customer bigint) returns numeric language sql stable strict as
    'select coalesce(sum(amount), 0) from shop.purchase where purchase.customer = $1';
alter table shop.purchase disable trigger touched;
alter policy own on shop.purchase using (customer = 2);
create extension if not exists pg_trgm;
comment on table shop.customer is 'who pays and who does not';
revoke select on shop.customer from public;
grant insert, update on shop.customer to public;
do $$ begin
    execute format('alter database %I set work_mem = ''8MB''', current_database());
end $$;
