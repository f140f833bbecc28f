-- Policies that hold for somebody: a role of the application, a group, everybody, who reads all data; forced ones; an
-- owner who cannot log in, is superuser or passes by; no policies at all.
create role keeper login;
create role robot login bypassrls;
create role nobody;
create role clerk login;
create role team;
create table granted (id int primary key, tenant int);
create table grouped (id int primary key, tenant int);
create table public_one (id int primary key, tenant int);
create table forced (id int primary key, tenant int);
create table robots (id int primary key, tenant int);
create table nobodys (id int primary key, tenant int);
create table superusers (id int primary key, tenant int);
create table bare (id int primary key, tenant int);
do $$
declare
    each text;
begin
    foreach each in array array['granted', 'grouped', 'public_one', 'forced', 'robots', 'nobodys', 'superusers', 'bare'] loop
        execute format('alter table %I enable row level security', each);
        if each <> 'bare' then
            execute format('create policy own on %I using (tenant = 1)', each);
        end if;
        if each <> 'superusers' then
            execute format('alter table %I owner to keeper', each);
        end if;
    end loop;
end $$;
grant select on granted to clerk;
grant select (id) on grouped to team;
grant insert on public_one to public;
alter table forced force row level security;
alter table robots owner to robot;
alter table nobodys owner to nobody;
