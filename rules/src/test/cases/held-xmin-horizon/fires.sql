-- A report reads the same snapshot again and again while others write.
-- thresholds: transactions = 100
create table cue (id int primary key, note text);
insert into cue values (1, 'go');
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
-- session: reader
set application_name = 'nightly report';
begin isolation level repeatable read;
select count(*) from cue;
-- session: main
call burn(200);
