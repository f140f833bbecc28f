-- Two change the same two rows, each in its own order.
-- thresholds: min-age = 0 s, min-count = 1
-- no replay: what was counted stays counted
create table cue (id int primary key, note text);
insert into cue values (1, 'go'), (2, 'stop');
-- session: two
begin;
update cue set note = 'two' where id = 2;
-- session: one, waiting
do $$
begin
    update cue set note = 'one' where id = 1;
    update cue set note = 'one' where id = 2;
end $$;
-- session: two
update cue set note = 'two' where id = 1;
commit;
-- session: main
select pg_sleep(1.2); -- the counters arrive within a second
