-- Prepared, and neither committed nor rolled back.
-- thresholds: transactions = 100
create table cue (id int primary key, note text);
begin;
insert into cue values (1, 'go');
prepare transaction 'forgotten ''one''';
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
call burn(200);
-- cure
rollback prepared 'forgotten ''one''';
