-- Four sessions hold the same locks, which take one place each.
-- thresholds: min-share = 0.07
do $$
begin
    for i in 1..100 loop
        execute format('create table seat_%s ()', i);
    end loop;
end $$;
create procedure sweep() language plpgsql as $$
begin
    for i in 1..100 loop
        execute format('lock table seat_%s in share mode', i);
    end loop;
end $$;
-- session: one
begin;
call sweep();
-- session: two
begin;
call sweep();
-- session: three
begin;
call sweep();
-- session: four
begin;
call sweep();
