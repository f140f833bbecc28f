-- Who may read all data is held by the policies.
create role keeper login;
create role reports login in role pg_read_all_data;
create table note (id int primary key, tenant int);
alter table note enable row level security;
create policy own on note using (tenant = 1);
alter table note owner to keeper;
