-- What became of the service in the years after. What concerns the whole server is planted here too, for this database is
-- examined last.

-- planted: disabled-row-security:app.comment
alter table app.comment disable row level security;

-- planted: unforced-row-security:app.survey
-- Its program owns it.
create role saas_survey login password 'heron-Velvet-35-pebble';
create table app.survey (id bigint generated always as identity primary key, tenant_id uuid not null, answer text);
alter table app.survey owner to saas_survey;
grant usage on schema app to saas_survey;
revoke all on app.survey from saas_api;
alter table app.survey enable row level security;
create policy own on app.survey using (tenant_id = (select current_setting('app.tenant_id')::uuid));

-- planted: always-true-policy:open on app.webhook_delivery
create policy open on app.webhook_delivery to saas_api using (true) with check (true);

-- planted: policy-per-row-call:own on app.attachment
-- planted: unindexed-policy-column:app.attachment
create table app.attachment (id bigint generated always as identity primary key, tenant_id uuid not null, name text not null);
insert into app.attachment (tenant_id, name) select md5('tenant' || n % 200)::uuid, 'file ' || n from generate_series(1, 120000) as n;
alter table app.attachment enable row level security;
alter table app.attachment force row level security;
create policy own on app.attachment to saas_api using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on app.attachment to saas_api;

-- planted: row-security-without-policy:app.reminder
create table app.reminder (id bigint generated always as identity primary key, tenant_id uuid not null, at timestamptz not null);
alter table app.reminder enable row level security;
grant select, insert on app.reminder to saas_api;

-- planted: redundant-policy:own_tenant_again on app.membership
create policy own_tenant_again on app.membership to saas_api using (tenant_id = (select auth.tenant_id()));

-- planted: unsafe-search-path:app.find(
create function app.find(word text) returns setof app.task language sql stable security definer
    as $$ select * from app.task where title = lower(word) $$;
revoke execute on function app.find(text) from public;
grant execute on function app.find(text) to saas_api;

-- planted: injectable-statement:app.count_of(
grant usage on schema app to public;
create function app.count_of(name text) returns bigint language plpgsql security definer set search_path = app, pg_temp as $$
declare
    n bigint;
begin
    execute 'select count(*) from ' || name into n;
    return n;
end $$;

-- planted: public-schema-create:public
grant create on schema public to public;

-- planted: reopening-default-privilege:
alter default privileges for role saas_owner in schema billing grant select on tables to public;

-- planted: bypassed-row-security:saas_robot
create role saas_robot login bypassrls password 'falcon-Ribbon-88-thimble' in role saas_api;

-- planted: disguised-superuser:saas_export
create role saas_export login password 'lilac-Compass-14-quartz' in role pg_execute_server_program;

-- planted: guessable-password:saas_intern
set password_encryption = 'md5';
create role saas_intern login password 'saas_intern';

-- planted: readable-password-hash:
grant select on pg_authid to saas_support;

-- planted: duplicate-index:app.task_of_project
create index task_of_project on app.task (tenant_id, project_id, state);

-- planted: unindexed-foreign-key:billing.invoice_line(account_id)
alter table billing.invoice_line add column account_id uuid references auth.account;

-- planted: disabled-durability:full_page_writes
alter system set full_page_writes = off;

-- planted: trust-authentication:host
copy (select 'host all saas_robot 127.0.0.1/32 trust') to program 'cat - pg_hba.conf > pg_hba.new && mv pg_hba.new pg_hba.conf';

select pg_reload_conf();
analyze app.attachment, app.membership, app.task, billing.invoice_line;
select pg_sleep(1.1);
