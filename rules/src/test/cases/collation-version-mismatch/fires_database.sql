-- The collation of the database itself, as after an upgrade of the operating system below it.
-- It cannot be copied, for the server makes no database like it, so that nobody rehearses the remedy.
-- versions: 15+
do $$
declare locale text := case when current_setting('server_version_num')::int < 170000 then 'daticulocale' else 'datlocale' end;
begin
    execute format('update pg_database set datlocprovider = ''i'', %I = ''en'', datcollversion = ''1.0''
                    where datname = current_database()', locale);
end $$;
create table artist (id int primary key, name text unique, code text collate "C");
create index artist_code on artist (code);
-- session: bystander
select 1;
