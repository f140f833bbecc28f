-- A service for many tenants as it is in production: each row belongs to a tenant, and row security says so, for owners
-- too. Requests log in as a role without rights of its own, and become saas_api.

create role saas_owner nologin;
create role saas_migration login password 'thistle-Anchor-48-gravel' in role saas_owner;
create role saas_api nologin;
create role saas_support nologin;
create role saas_gateway login noinherit password 'copper-Willow-26-orchard' connection limit 30;
create role saas_worker login noinherit password 'marble-Finch-91-lantern' connection limit 6;
grant saas_api to saas_gateway, saas_worker;
alter role saas_gateway set statement_timeout = '8s';
alter role saas_gateway set idle_in_transaction_session_timeout = '15s';
alter role saas_gateway set lock_timeout = '3s';
alter role saas_worker set statement_timeout = '10min';
alter role saas_worker set idle_in_transaction_session_timeout = '1min';
alter role saas_migration set lock_timeout = '4s';

revoke all on database saas from public;
grant connect, create on database saas to saas_owner;
grant connect on database saas to saas_migration, saas_gateway, saas_worker, monitor;
revoke create on schema public from public;

create schema extensions;
create extension pg_stat_statements schema extensions;
create extension pgcrypto schema extensions;
grant usage on schema extensions to saas_owner, saas_api;

create schema auth authorization saas_owner;
create schema app authorization saas_owner;
create schema billing authorization saas_owner;
create schema audit authorization saas_owner;
comment on schema auth is 'Who somebody is; nobody but its functions looks in';
comment on schema app is 'What tenants work with';
comment on schema billing is 'What tenants pay';
comment on schema audit is 'What happened; only written, a month a partition';
grant usage on schema auth, app, billing, audit to saas_api;
grant usage on schema auth to saas_gateway;
grant usage on schema app, billing to saas_support;
alter default privileges for role saas_owner in schema app grant select, insert, update, delete on tables to saas_api;
alter default privileges for role saas_owner in schema billing grant select on tables to saas_api;
alter default privileges for role saas_owner in schema app, billing grant usage on sequences to saas_api;
alter default privileges for role saas_owner revoke execute on functions from public;

set role saas_owner;

create function auth.tenant_id() returns uuid language sql stable parallel safe set search_path = '' as
$$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
create function auth.user_id() returns uuid language sql stable parallel safe set search_path = '' as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
grant execute on function auth.tenant_id(), auth.user_id() to saas_api;

create table app.tenant (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique check (slug ~ '^[a-z0-9-]{3,40}$'),
    name text not null,
    plan text not null,
    region text not null default 'eu',
    settings jsonb not null default '{}',
    created_at timestamptz not null default now(),
    suspended_at timestamptz
);

create table auth.account (
    id uuid primary key default gen_random_uuid(),
    email text not null,
    password_hash text,
    verified_at timestamptz,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz
);
create unique index account_email on auth.account (lower(email));

create table auth.session (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    account_id uuid not null references auth.account on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index session_account on auth.session (account_id);
create index session_expiry on auth.session (expires_at);

create table app.membership (
    tenant_id uuid not null references app.tenant on delete cascade,
    account_id uuid not null references auth.account on delete cascade,
    role text not null check (role in ('owner', 'admin', 'member', 'guest')),
    joined_at timestamptz not null default now(),
    primary key (tenant_id, account_id)
);
create index membership_account on app.membership (account_id);

create table app.project (
    tenant_id uuid not null references app.tenant on delete cascade,
    id uuid not null default gen_random_uuid(),
    name text not null,
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create unique index project_name on app.project (tenant_id, lower(name)) where archived_at is null;

create table app.task (
    tenant_id uuid not null,
    id uuid not null default gen_random_uuid(),
    project_id uuid not null,
    parent_id uuid,
    title text not null check (length(title) <= 500),
    body text,
    state text not null default 'open' check (state in ('open', 'doing', 'done', 'dropped')),
    assignee_id uuid,
    due_on date,
    custom jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, project_id) references app.project on delete cascade,
    foreign key (tenant_id, parent_id) references app.task on delete cascade,
    foreign key (tenant_id, assignee_id) references app.membership (tenant_id, account_id)
) with (fillfactor = 90);
create index task_project on app.task (tenant_id, project_id, state);
create index task_parent on app.task (tenant_id, parent_id) where parent_id is not null;
create index task_assignee on app.task (tenant_id, assignee_id) where assignee_id is not null;
create index task_due on app.task (tenant_id, due_on) where state in ('open', 'doing');

create table app.comment (
    tenant_id uuid not null,
    id bigint generated always as identity,
    task_id uuid not null,
    author_id uuid not null,
    body text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, task_id) references app.task on delete cascade,
    foreign key (tenant_id, author_id) references app.membership (tenant_id, account_id)
);
create index comment_task on app.comment (tenant_id, task_id, created_at);
create index comment_author on app.comment (tenant_id, author_id);

create table app.api_key (
    tenant_id uuid not null references app.tenant on delete cascade,
    id uuid not null default gen_random_uuid(),
    label text not null,
    key_hash bytea not null unique,
    scopes text[] not null default '{}',
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    primary key (tenant_id, id)
);

create table app.webhook_delivery (
    tenant_id uuid not null references app.tenant on delete cascade,
    id bigint generated always as identity,
    url text not null,
    body jsonb not null,
    attempts smallint not null default 0,
    next_attempt_at timestamptz default now(),
    delivered_at timestamptz,
    primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index webhook_delivery_due on app.webhook_delivery (next_attempt_at) where delivered_at is null;

create table billing.plan (
    code text primary key,
    title text not null,
    monthly numeric(10, 2) not null check (monthly >= 0),
    limits jsonb not null
);
alter table app.tenant add foreign key (plan) references billing.plan;
create index tenant_plan on app.tenant (plan);

create table billing.invoice (
    tenant_id uuid not null references app.tenant,
    id bigint generated always as identity,
    number text not null unique,
    period daterange not null,
    total numeric(12, 2) not null,
    paid_at timestamptz,
    primary key (tenant_id, id)
);

create table billing.invoice_line (
    tenant_id uuid not null,
    invoice_id bigint not null,
    line smallint not null,
    description text not null,
    amount numeric(12, 2) not null,
    primary key (tenant_id, invoice_id, line),
    foreign key (tenant_id, invoice_id) references billing.invoice on delete cascade
);

create table audit.event (
    tenant_id uuid not null,
    id bigint generated always as identity,
    at timestamptz not null default now(),
    actor_id uuid,
    action text not null,
    subject text not null,
    detail jsonb not null default '{}',
    primary key (at, id)
) partition by range (at);
create index event_tenant on audit.event (tenant_id, at desc);
do $$
declare
    month date;
begin
    for n in -4..5 loop
        month := date_trunc('month', now()) + n * interval '1 month';
        execute format('create table audit.event_%s partition of audit.event for values from (%L) to (%L)',
            to_char(month, 'YYYYMM'), month, month + interval '1 month');
        execute format('alter table audit.event_%s enable row level security', to_char(month, 'YYYYMM'));
        execute format('alter table audit.event_%s force row level security', to_char(month, 'YYYYMM'));
    end loop;
end $$;

-- Everything that belongs to a tenant is seen by that tenant alone.
do $$
declare
    name text;
begin
    foreach name in array array['app.membership', 'app.project', 'app.task', 'app.comment', 'app.api_key',
        'app.webhook_delivery', 'billing.invoice', 'billing.invoice_line', 'audit.event']
    loop
        execute format('alter table %s enable row level security', name);
        execute format('alter table %s force row level security', name);
        execute format('create policy own_tenant on %s to saas_api using (tenant_id = (select auth.tenant_id()))
            with check (tenant_id = (select auth.tenant_id()))', name);
    end loop;
end $$;
alter table app.tenant enable row level security;
alter table app.tenant force row level security;
create policy own_tenant on app.tenant for select to saas_api using (id = (select auth.tenant_id()));
create policy support on app.tenant for select to saas_support using (suspended_at is null);
create policy support on app.project for select to saas_support
    using (tenant_id in (select id from app.tenant where settings @> '{"support": true}'));
alter table billing.plan enable row level security;
create policy for_sale on billing.plan for select to saas_api using (true);
create policy no_guests on app.api_key as restrictive to saas_api
    using ((select auth.user_id()) is not null);
grant select on audit.event to saas_api;
grant insert on audit.event to saas_api;
grant select on app.tenant, app.project to saas_support;

create function auth.account_of(token bytea) returns uuid language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$
    select account_id from auth.session where token_hash = sha256(token) and expires_at > now()
$$;
comment on function auth.account_of(bytea) is 'Runs as its owner, for sessions are read by nobody else';
grant execute on function auth.account_of(bytea) to saas_gateway;
create function app.note(action text, subject text) returns void language plpgsql set search_path = '' as $$
begin
    insert into audit.event (tenant_id, actor_id, action, subject)
    values (auth.tenant_id(), auth.user_id(), action, subject);
end $$;
grant execute on function app.note(text, text) to saas_api;
create function app.touch() returns trigger language plpgsql set search_path = '' as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger task_touch before update on app.task for each row execute function app.touch();

-- The rows of two hundred tenants, brought in by who is above row security.
reset role;
insert into billing.plan values ('free', 'Free', 0, '{"projects": 3}'), ('team', 'Team', 49, '{"projects": 50}'),
    ('firm', 'Firm', 290, '{}');
insert into app.tenant (id, slug, name, plan, settings)
select md5('tenant' || n)::uuid, 'tenant-' || n, 'Tenant ' || n, (array['free', 'team', 'team', 'firm'])[1 + n % 4],
    jsonb_build_object('support', n % 5 = 0)
from generate_series(1, 200) as n;
insert into auth.account (id, email, password_hash, verified_at)
select md5('account' || n)::uuid, 'account' || n || '@example.org', extensions.crypt('x', extensions.gen_salt('bf', 4)), now()
from generate_series(1, 1000) as n;
insert into auth.session
select sha256(('token' || n)::bytea), md5('account' || (1 + n % 1000))::uuid, now(), now() + interval '14 days' from generate_series(1, 3000) as n;
insert into app.membership
select md5('tenant' || (1 + n % 200))::uuid, md5('account' || n)::uuid, (array['owner', 'admin', 'member', 'guest'])[1 + n / 200 % 4]
from generate_series(1, 1000) as n;
insert into app.project (tenant_id, id, name)
select md5('tenant' || (1 + n % 200))::uuid, md5('project' || n)::uuid, 'Project ' || n from generate_series(1, 1200) as n;
insert into app.task (tenant_id, id, project_id, title, body, state, assignee_id, due_on)
select md5('tenant' || (1 + n % 200))::uuid, md5('task' || n)::uuid, md5('project' || (1 + (n - 1) % 1200))::uuid,
    (array['Write', 'Call', 'Repair', 'Ship'])[1 + n % 4] || ' number ' || n, repeat('As agreed. ', n % 20),
    (array['open', 'doing', 'done', 'done', 'done', 'dropped'])[1 + n % 6],
    case when n % 3 = 0 then md5('account' || (1 + (n - 1) % 1000))::uuid end, current_date + n % 60
from generate_series(1, 24000) as n;
insert into app.comment (tenant_id, task_id, author_id, body)
select md5('tenant' || (1 + n % 200))::uuid, md5('task' || n)::uuid, md5('account' || (1 + (n - 1) % 1000))::uuid, 'Seen, thank you ' || n
from generate_series(1, 24000) as n;
insert into app.api_key (tenant_id, label, key_hash, scopes)
select md5('tenant' || (1 + n % 200))::uuid, 'Key ' || n, sha256(n::text::bytea), '{read}' from generate_series(1, 600) as n;
insert into app.webhook_delivery (tenant_id, url, body, attempts, next_attempt_at, delivered_at)
select md5('tenant' || (1 + n % 200))::uuid, 'https://hooks.example/' || n % 200, '{"event": "task.done"}', 1,
    case when n % 100 = 0 then now() end, case when n % 100 <> 0 then now() end
from generate_series(1, 5000) as n;
insert into billing.invoice (tenant_id, number, period, total, paid_at)
select md5('tenant' || (1 + n % 200))::uuid, '2026-' || lpad(n::text, 6, '0'),
    daterange(date '2026-01-01' + n % 10 * 30, date '2026-01-01' + n % 10 * 30 + 30), 49, now()
from generate_series(1, 2000) as n;
insert into billing.invoice_line select tenant_id, id, 1, 'Plan', total from billing.invoice;
insert into audit.event (tenant_id, at, actor_id, action, subject)
select md5('tenant' || (1 + n % 200))::uuid, now() - n * interval '5 minutes', md5('account' || (1 + (n - 1) % 1000))::uuid, 'task.done', 'task ' || n
from generate_series(1, 20000) as n;
vacuum analyze;
