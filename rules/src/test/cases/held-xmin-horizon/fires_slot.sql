-- Nobody comes for what a logical slot keeps: rows of the catalogs.
-- thresholds: transactions = 100
select pg_create_logical_replication_slot('left_behind', 'pgoutput');
create procedure burn(transactions int) language plpgsql as $$
begin
    for i in 1..transactions loop
        perform pg_current_xact_id();
        commit;
    end loop;
end $$;
call burn(200);
-- cure
select pg_drop_replication_slot('left_behind');
