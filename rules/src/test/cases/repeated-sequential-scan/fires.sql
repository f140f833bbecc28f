-- Read twelve times in a moment: a table, and one in partitions.
-- thresholds: min-size = 8 kB, min-per-day = 200, min-age = 0 s
-- no replay: what was counted stays counted, whatever index there is
create table cue (id int, note text);
insert into cue select n, 'light ' || n from generate_series(1, 1000) as n;
vacuum analyze cue;
create table show (day date, title text) partition by range (day);
create table show_2025 partition of show for values from ('2025-01-01') to ('2026-01-01');
create table show_2026 partition of show for values from ('2026-01-01') to ('2027-01-01');
insert into show select date '2025-12-01' + n % 60, 'show ' || n from generate_series(1, 1000) as n;
vacuum analyze show;
do $$
begin
    for i in 1 .. 12 loop
        perform count(*) from cue where note = 'light ' || i;
        perform count(*) from show where title = 'show ' || i;
    end loop;
end $$;
select pg_sleep(1.1);
