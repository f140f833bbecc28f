-- Made by hand where a default partition, a foreign key or the clock stands in the way.
create table place (id int primary key);
create table visit (place int references place, at timestamp) partition by range (at);
create table event (at timestamp) partition by range (at);
create table event_other partition of event default;
do $$
declare
    today timestamp := date_trunc('day', now() at time zone 'UTC');
begin
    execute format('create table visit_now partition of visit for values from (%L) to (%L)', today - interval '11 days', today + interval '1 day');
    execute format('create table event_now partition of event for values from (%L) to (%L)', today - interval '6 days', today + interval '1 day');
    insert into visit values (null, today);
    insert into event values (today);
end $$;
select pg_sleep(1.1);
-- cure
do $$
declare
    today timestamp := date_trunc('day', now() at time zone 'UTC');
begin
    execute format('create table visit_next partition of visit for values from (%L) to (%L)', today + interval '1 day', today + interval '8 days');
    execute format('create table event_next partition of event for values from (%L) to (%L)', today + interval '1 day', today + interval '8 days');
end $$;
