-- Autovacuum must freeze, for the tables are older than autovacuum_freeze_max_age: that is routine, not a risk.
-- server: own
-- settings: autovacuum_freeze_max_age=100000, autovacuum=off, fsync=off
create table booking (id int primary key);
insert into booking values (1);
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
set synchronous_commit = off;
call burn(101000);
