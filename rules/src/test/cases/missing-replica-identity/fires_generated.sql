-- The whole row is the identity, but a generated column is not sent: each update is refused. A key on it is of no use.
-- versions: 18+
create table price (net int, gross int generated always as (net * 2) stored);
create table price_view (net int, gross int generated always as (net * 2) virtual);
create table price_new (net int, gross int not null generated always as (net * 2) stored);
create unique index on price_new (gross);
alter table price replica identity full;
alter table price_view replica identity full;
insert into price values (1);
create publication changes for table price, price_view, price_new;
do $$
begin
    update price set net = 2;
    raise exception 'not refused';
exception when object_not_in_prerequisite_state or invalid_column_reference then
    null;
end $$;
-- cure
alter table price add primary key (net);
alter table price replica identity default;
alter table price_view add primary key (net);
alter table price_view replica identity default;
alter table price_new add primary key (net);
