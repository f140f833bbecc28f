-- A page of the table's file holds what the server never wrote.
-- versions: 18+
create table cue (id int, note text);
insert into cue select n, 'go' from generate_series(1, 100) as n;
checkpoint;
do $$
begin
    execute format('copy (select repeat(''x'', 8191)) to program ''cat >> %s''', pg_relation_filepath('cue'));
    perform count(*) from cue;
exception when data_corrupted then
    null;
end $$;
select pg_sleep(1.1);
-- cure
select pg_stat_reset();
