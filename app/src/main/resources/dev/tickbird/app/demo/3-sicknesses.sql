-- What happened to the healthy database in the years since. Each "planted" line gives the identity of the finding that
-- must come of it, or how that begins; the lines below it tell how it came about. What needs a session of its own, or
-- fails, is in the files with higher numbers.

-- planted: inactive-replication-slot:warehouse
-- The warehouse was to be fed live. The contractor left, the slot stayed, and keeps the WAL for nobody.
select pg_create_logical_replication_slot('warehouse', 'pgoutput');

-- planted: unindexed-foreign-key:app.patch_row(sheet_id)
-- The great index clean-up: "nobody uses it" was true, for the statistics had been reset the day before.
drop index app.patch_row_sheet;

-- planted: unindexed-foreign-key:app.patch_row(equipment_id)
-- It went in the same clean-up. Since then, deleting a stolen dimmer takes a coffee break.
drop index app.patch_row_equipment;

-- planted: duplicate-index:app.booking_equipment
-- Somebody copied the index under another name in 2019, to be on the safe side.
create index booking_equipment_2019 on app.booking (equipment_id);

-- planted: redundant-index:app.booking_of_tenant
-- The ORM makes one for every foreign key, whether or not a wider index begins with the same column.
create index booking_of_tenant on app.booking (tenant_id);

-- planted: unused-index:app.patch_row_label
-- It was built for a search page that was never released.
create index patch_row_label on app.patch_row (label);

-- planted: missing-primary-key:app.device_ping
-- "It is only a log, it needs no key."
create table app.device_ping (
    equipment_id bigint not null references app.equipment,
    at timestamptz not null,
    battery int not null
);
create index device_ping_equipment on app.device_ping (equipment_id, at);
insert into app.device_ping select 1 + n % 60000, timestamptz '2026-03-01 UTC' + n * interval '1 second', n % 100
from generate_series(1, 20000) as n;

-- planted: missing-replica-identity:app.device_ping
-- It was published for the warehouse. Nobody has tried to delete old pings since.
create publication warehouse for table app.booking, app.device_ping;

-- planted: foreign-key-type-mismatch:app.crew_call
-- The agency that wrote the crew module numbered with int, as it always does.
-- planted: timestamp-without-time-zone:app.crew_call
-- And it took the local time of Hamburg for the only one there is. The tour of Lisbon came an hour late.
create table app.crew_call (
    id bigint generated always as identity primary key,
    show_id int not null references app.show,
    account_id bigint not null references app.account,
    calls_at timestamp not null
);
create index crew_call_show on app.crew_call (show_id);
create index crew_call_account on app.crew_call (account_id, calls_at);
insert into app.crew_call (show_id, account_id, calls_at)
select 1 + n % 40000, 1 + n % 20000, timestamp '2025-01-01 16:00' + n * interval '50 minutes'
from generate_series(1, 20000) as n;

-- planted: unvalidated-constraint:app.booking
-- It was added "not valid" on a busy Friday, to be validated at the weekend. That was two years ago.
alter table app.booking add constraint booking_state check (state in ('open', 'confirmed', 'returned')) not valid;

-- planted: sequence-exhaustion:app.ticket_id_seq
-- The scanners at the doors number their tickets since 2009, and failed attempts count, too.
create table app.ticket (
    id serial primary key,
    show_id bigint not null references app.show,
    seat text not null
);
create index ticket_show on app.ticket (show_id);
select setval('app.ticket_id_seq', 1990000000);
insert into app.ticket (show_id, seat) select 1 + n % 40000, 'Row ' || n % 30 from generate_series(1, 20000) as n;

-- planted: disabled-autovacuum:app.device_status
-- Autovacuum was seen running on it during a show, so it got the blame for the slow night.
-- planted: table-bloat:app.device_status
-- Every device reports every minute: an update each.
create table app.device_status (
    equipment_id bigint primary key references app.equipment,
    state text not null,
    reported_at timestamptz not null
) with (autovacuum_enabled = false);
insert into app.device_status
select n, 'ready, signal good, temperature normal', now() from generate_series(1, 20000) as n;
do $$
begin
    for minute in 1..10 loop
        update app.device_status set reported_at = reported_at + interval '1 minute';
        commit;
    end loop;
end $$;

-- planted: unsafe-search-path:app.tenant_of(
-- The login needs to see every account, so it runs as its owner; and takes "lower" from wherever the caller says.
create function app.tenant_of(address text) returns bigint language sql stable security definer
as $$ select tenant_id from app.account where email = lower(address) $$;

-- planted: public-schema-create:public
-- The database came out of a dump of 9.6, with the privileges of that time.
grant create on schema public to public;

-- planted: disabled-row-security:app.booking
-- The policy was written and reviewed. The line that switches it on was in the other branch.
create policy tenant_only on app.booking using (tenant_id = (select current_setting('app.tenant'))::bigint);

-- planted: policy-per-row-call:tenant_only on app.account
-- Here it is on; but who the tenant is, is asked again for every row.
alter table app.account enable row level security;
create policy tenant_only on app.account using (tenant_id = current_setting('app.tenant')::bigint);

-- planted: always-true-policy:anybody on app.venue
-- A policy was in the way on the eve of a premiere, and was "opened for now".
alter table app.venue enable row level security;
create policy anybody on app.venue using (true) with check (true);

-- planted: missing-timeout:timeouts
-- Nobody has ever set a timeout for anybody.

-- planted: outdated-extension:pg_trgm
-- Three upgrades of the server, and "alter extension … update" was in none of the scripts.
create extension pg_trgm version '1.4';

-- planted: trust-authentication:host
-- The import could not remember its password. (It may do little; a superuser's line would let in whoever shares this
-- machine with the demo.)
copy (select 'host stagehand importer 127.0.0.1/32 trust')
to program 'cat - pg_hba.conf > pg_hba.new && mv pg_hba.new pg_hba.conf';

-- planted: disabled-durability:fsync
-- The night of the great import: "off, only until it is through".
alter system set fsync = off;

-- planted: pending-restart:max_connections
-- The ticket says done. The restart waits for a night without a show.
alter system set max_connections = 300;

-- planted: failing-archiver:archive_command
-- The backup's disk was renamed. The archiver has been trying ever since, and the WAL piles up.
select pg_stat_reset_shared('archiver'); -- it counts from when the empty server was made, which may be months ago
alter system set archive_command = 'test -d /mnt/backup && cp %p /mnt/backup/%f';

analyze app.device_ping, app.crew_call, app.ticket, app.device_status;
grant select, insert, update, delete on all tables in schema app to crew, importer;
grant usage on all sequences in schema app to crew, importer;
select pg_reload_conf();
select pg_switch_wal();
