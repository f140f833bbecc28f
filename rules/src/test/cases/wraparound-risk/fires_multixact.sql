-- Each pair of 120 subtransactions has locked one row together; elsewhere everything is frozen.
-- server: own
-- settings: autovacuum=off
-- thresholds: warning-share = 0.000001, critical-share = 0.000002
create table door (id int);
insert into door values (1);
begin; -- one multixact before there are seats: the catalogs are older
select from door for key share;
savepoint deeper;
select from door for no key update;
commit;
drop table door;
create table seat (reader int, writer int);
insert into seat select reader, writer from generate_series(1, 119) as reader, generate_series(reader + 1, 120) as writer;
create function share(level int) returns void language plpgsql as $$
begin
    perform from seat where reader = level for key share;
    perform from seat where writer = level for no key update;
    if level < 120 then
        perform share(level + 1);
    end if;
exception when division_by_zero then -- never; it makes the block a subtransaction
end $$;
select share(1);
create extension dblink;
update pg_database set datallowconn = true where datname = 'template0';
do $$
declare
    names name[] := array(select datname from pg_database where datname <> current_database());
    name name;
begin
    foreach name in array names loop
        perform dblink_exec(
            format('host=%s port=%s user=%s dbname=%s', split_part(current_setting('unix_socket_directories'), ',', 1),
                   current_setting('port'), current_user, name),
            'vacuum (freeze)');
    end loop;
end $$;
update pg_database set datallowconn = false where datname = 'template0';
