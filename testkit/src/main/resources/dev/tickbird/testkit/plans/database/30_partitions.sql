-- Partitions by range, list and hash, and on two levels.
create table measurement (
    device_id integer not null,
    measured_at timestamptz not null,
    value double precision,
    quality smallint not null,
    primary key (device_id, measured_at)
) partition by range (measured_at);
do $$
begin
    for month in 1 .. 6 loop
        execute format(
            'create table plans.measurement_%s partition of plans.measurement for values from (%L) to (%L) partition by hash (device_id)',
            month,
            timestamptz '2024-01-01 00:00+00' + make_interval(months => month - 1),
            timestamptz '2024-01-01 00:00+00' + make_interval(months => month));
        for part in 0 .. 1 loop
            execute format(
                'create table plans.measurement_%1$s_%2$s partition of plans.measurement_%1$s for values with (modulus 2, remainder %2$s)',
                month, part);
        end loop;
    end loop;
end
$$;
create table measurement_rest partition of measurement default;
create index on measurement (measured_at);
create index measurement_quality on only measurement (quality); -- invalid: no partition has joined it

create table event (
    id bigint not null,
    kind text not null,
    source inet not null,
    at timestamptz not null,
    data jsonb
) partition by list (kind);
create table event_click partition of event for values in ('click', 'touch');
create table event_view partition of event for values in ('view');
create table event_order partition of event for values in ('order');
create table event_other partition of event default;
create index on event (at);
create index on event_click using gin (data);
create index on event_view using spgist (source);

create table account (
    id bigint not null primary key,
    owner text not null,
    balance numeric not null
) partition by hash (id);
create table transfer (
    account_id bigint not null references account,
    at timestamptz not null,
    amount numeric not null,
    primary key (account_id, at)
) partition by hash (account_id);
do $$
begin
    for part in 0 .. 3 loop
        execute format(
            'create table plans.account_%1$s partition of plans.account for values with (modulus 4, remainder %1$s)', part);
        execute format(
            'create table plans.transfer_%1$s partition of plans.transfer for values with (modulus 4, remainder %1$s)', part);
    end loop;
end
$$;

create table invoice (
    year integer not null,
    region text not null,
    number integer not null,
    amount numeric not null
) partition by range (year, region);
create table invoice_old partition of invoice for values from (minvalue, minvalue) to (2023, 'm');
create table invoice_new partition of invoice for values from (2023, 'm') to (maxvalue, maxvalue);
create index on invoice (number);
