-- No policy lets it insert: to force them would stop it.
create role app login;
create table note (id int primary key, tenant int);
alter table note owner to app;
alter table note enable row level security;
create policy own on note for select using (tenant = current_setting('app.tenant')::int);
-- cure
create policy written on note for all using (tenant = current_setting('app.tenant')::int);
alter table note force row level security;
