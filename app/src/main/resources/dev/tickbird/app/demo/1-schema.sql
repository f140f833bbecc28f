-- The database of a company that puts on live productions: who plays where, with which equipment, patched how.
create schema app;
create schema audit;
create extension pg_stat_statements;

-- What the programs connect as: the application, the nightly import of the stock.
create role crew login connection limit 13;
create role importer login;

create table app.tenant (
    id bigint generated always as identity primary key,
    name text not null unique,
    plan text not null default 'standard'
);

create table app.account (
    id bigint generated always as identity primary key,
    tenant_id bigint not null references app.tenant,
    email text not null,
    display_name text not null,
    created_at timestamptz not null default now(),
    unique (tenant_id, email)
);

create table app.venue (
    id bigint generated always as identity primary key,
    tenant_id bigint not null references app.tenant,
    name text not null,
    city text not null,
    capacity int not null check (capacity > 0)
);
create index venue_tenant on app.venue (tenant_id);

create table app.production (
    id bigint generated always as identity primary key,
    tenant_id bigint not null references app.tenant,
    title text not null,
    opens_on date not null
);
create index production_tenant on app.production (tenant_id, opens_on);

create table app.show (
    id bigint generated always as identity primary key,
    production_id bigint not null references app.production,
    venue_id bigint not null references app.venue,
    starts_at timestamptz not null
);
create index show_production on app.show (production_id, starts_at);
create index show_venue on app.show (venue_id);

create table app.equipment (
    id bigint generated always as identity primary key,
    tenant_id bigint not null references app.tenant,
    kind text not null,
    serial_number text not null,
    home_venue_id bigint references app.venue,
    bought_on date not null
);
create index equipment_tenant on app.equipment (tenant_id, kind);
create index equipment_home on app.equipment (home_venue_id);

create table app.patch_sheet (
    id bigint generated always as identity primary key,
    show_id bigint not null references app.show,
    title text not null,
    revision int not null default 1
);
create index patch_sheet_show on app.patch_sheet (show_id);

create table app.patch_row (
    id bigint generated always as identity primary key,
    sheet_id bigint not null references app.patch_sheet,
    channel int not null,
    equipment_id bigint not null references app.equipment,
    label text not null
);
create index patch_row_sheet on app.patch_row (sheet_id, channel);
create index patch_row_equipment on app.patch_row (equipment_id);

create table app.movement (
    id bigint generated always as identity,
    equipment_id bigint not null references app.equipment,
    from_venue_id bigint references app.venue,
    to_venue_id bigint references app.venue,
    moved_at timestamptz not null,
    primary key (id, moved_at)
) partition by range (moved_at);
create table app.movement_2025 partition of app.movement for values from ('2025-01-01') to ('2026-01-01');
create table app.movement_2026 partition of app.movement for values from ('2026-01-01') to ('2027-01-01');
create table app.movement_rest partition of app.movement default;
create index movement_equipment on app.movement (equipment_id, moved_at);
create index movement_from on app.movement (from_venue_id);
create index movement_to on app.movement (to_venue_id);

create table app.booking (
    id bigint generated always as identity primary key,
    tenant_id bigint not null references app.tenant,
    equipment_id bigint not null references app.equipment,
    show_id bigint not null references app.show,
    state text not null,
    booked_at timestamptz not null default now()
);
create index booking_tenant on app.booking (tenant_id, state);
create index booking_equipment on app.booking (equipment_id);
create index booking_show on app.booking (show_id);

create table app.login (
    id bigint generated always as identity primary key,
    account_id bigint not null references app.account,
    at timestamptz not null
);
create index login_account on app.login (account_id, at);

create table audit.change_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor text not null,
    change jsonb not null
);

grant usage on schema app, audit to crew, importer;
grant select, insert, update, delete on all tables in schema app to crew, importer;
grant select, insert on all tables in schema audit to crew, importer;
