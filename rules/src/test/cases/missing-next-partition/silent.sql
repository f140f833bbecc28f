-- Enough ahead, without an end, an archive, a table that nobody fills, and partitions by numbers and by list.
create table event (at timestamp not null) partition by range (at);
create table endless (at timestamp not null) partition by range (at);
create table archive (day date not null) partition by range (day);
create table archive_2019 partition of archive for values from ('2019-01-01') to ('2020-01-01');
insert into archive values ('2019-05-05');
create table unused (at timestamptz) partition by range (at);
create table numbered (id int) partition by range (id);
create table numbered_1 partition of numbered for values from (0) to (1000);
insert into numbered values (999);
create table named (kind text) partition by list (kind);
create table named_a partition of named for values in ('2026-01-01', 'b''c');
create table pair (day date, id int) partition by range (day, id);
create table pair_1 partition of pair for values from ('2020-01-01', 1) to ('2027-01-01', minvalue);
create table lasting (at timestamp) partition by range (at);
create table lasting_1 partition of lasting for values from ('2020-01-01') to ('infinity');
insert into lasting values (now());
do $$
declare
    today timestamp := date_trunc('day', now() at time zone 'UTC');
begin
    execute format('create table event_now partition of event for values from (%L) to (%L)', today, today + interval '1 day');
    execute format('create table event_next partition of event for values from (%L) to (%L)', today + interval '1 day', today + interval '2 days');
    execute format('create table endless_now partition of endless for values from (%L) to (maxvalue)', today);
    execute format('create table unused_now partition of unused for values from (%L) to (%L)', today - interval '7 days', today + interval '1 day');
    insert into event values (today);
    insert into endless values (today);
end $$;
select pg_sleep(1.1);
