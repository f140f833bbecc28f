-- Two tables have not been frozen for 6,000 transactions, the others have; elsewhere everything is frozen.
-- server: own
-- settings: autovacuum=off
-- thresholds: warning-share = 0.000001, critical-share = 0.000002
create table booking (id int primary key, note text);
create table "Old Cue" (id int primary key, note text);
create table fresh (id int primary key);
insert into booking values (1, 'matinee');
insert into "Old Cue" values (1, 'go');
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
set synchronous_commit = off;
call burn(6000);
update "Old Cue" set note = 'stand by';
vacuum (freeze) fresh;
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
