-- One holds its snapshot since a moment ago only; the other is in a transaction but holds none, for its query has been
-- followed by another statement. (Until then a driver may keep the query open, and with it the snapshot.)
-- thresholds: transactions = 100
create table cue (id int primary key, note text);
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
-- session: between
begin;
select count(*) from cue;
set local work_mem = '4MB';
-- session: main
call burn(200);
-- session: recent
begin isolation level repeatable read;
select count(*) from cue;
