-- Read through a few times; begun often, but soon left; by an index; small.
-- thresholds: min-size = 32 kB, min-per-day = 200, min-age = 0 s
create table cue (id int primary key, note text);
insert into cue select n, 'light ' || n from generate_series(1, 1000) as n;
vacuum analyze cue;
create table tiny (id int);
insert into tiny select n from generate_series(1, 100) as n;
vacuum analyze tiny;
do $$
begin
    perform count(*) from cue where note = 'light 7';
    for i in 1 .. 100 loop
        perform 1 from cue limit 1;
        perform note from cue where id = i;
        perform count(*) from tiny where id = i;
    end loop;
end $$;
select pg_sleep(1.1);
