-- Enabled, for replicas too, or only a trigger of the user's is off.
create table kind (id int primary key);
create table lamp (id int primary key, kind int references kind);
alter table kind disable trigger user;
create table sort (id int primary key);
create table rig (id int primary key, sort int references sort);
alter table sort disable trigger all;
alter table sort enable trigger all;
do $$
declare
    name text;
begin
    for name in select tgname from pg_trigger where tgrelid = 'rig'::regclass loop
        execute format('alter table rig enable always trigger %I', name);
    end loop;
end $$;
