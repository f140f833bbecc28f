-- About a million rows; the same ones at every start.

-- Every reference below is right by construction: no need to check a million of them one by one.
set session_replication_role = replica;

insert into app.tenant (name)
select 'Company ' || n from generate_series(1, 40) as n;

insert into app.account (tenant_id, email, display_name)
select 1 + n % 40, 'person' || n || '@company.example', 'Person ' || n from generate_series(1, 20000) as n;

insert into app.venue (tenant_id, name, city, capacity)
select 1 + n % 40, 'House ' || n, 'City ' || n % 60, 200 + (n * 37) % 4000 from generate_series(1, 600) as n;

insert into app.production (tenant_id, title, opens_on)
select 1 + n % 40, 'Production ' || n, date '2025-01-01' + n % 700 from generate_series(1, 4000) as n;

insert into app.show (production_id, venue_id, starts_at)
select 1 + n % 4000, 1 + (n * 7) % 600, timestamptz '2025-01-01 19:30 UTC' + n * interval '25 minutes'
from generate_series(1, 40000) as n;

insert into app.equipment (tenant_id, kind, serial_number, home_venue_id, bought_on)
select 1 + n % 40, (array['dimmer', 'fixture', 'console', 'speaker', 'cable', 'truss'])[1 + n % 6], 'SN-' || n,
       1 + (n * 11) % 600, date '2015-01-01' + n % 4000
from generate_series(1, 60000) as n;

insert into app.patch_sheet (show_id, title)
select 1 + n % 40000, 'Sheet ' || n from generate_series(1, 50000) as n;

insert into app.patch_row (sheet_id, channel, equipment_id, label)
select 1 + n % 50000, n % 512, 1 + (n * 13) % 60000, 'Channel ' || n % 512 from generate_series(1, 400000) as n;

insert into app.movement (equipment_id, from_venue_id, to_venue_id, moved_at)
select 1 + n % 60000, 1 + n % 600, 1 + (n * 3) % 600, timestamptz '2025-01-02 UTC' + n * interval '4 minutes'
from generate_series(1, 200000) as n;

insert into app.booking (tenant_id, equipment_id, show_id, state, booked_at)
select 1 + n % 40, 1 + n % 60000, 1 + n % 40000, (array['open', 'confirmed', 'returned'])[1 + n % 3],
       timestamptz '2026-01-01 UTC' + n * interval '2 minutes'
from generate_series(1, 150000) as n;

insert into app.login (account_id, at)
select 1 + n % 20000, timestamptz '2026-01-01 UTC' + n * interval '3 minutes' from generate_series(1, 100000) as n;

insert into audit.change_log (at, actor, change)
select timestamptz '2026-01-01 UTC' + n * interval '5 minutes', 'person' || 1 + n % 20000,
       jsonb_build_object('table', 'booking', 'id', n, 'state', 'confirmed')
from generate_series(1, 40000) as n;

reset session_replication_role;

select pg_stat_force_next_flush(); -- else these rows are counted a second time, after analyze has counted them
analyze;
