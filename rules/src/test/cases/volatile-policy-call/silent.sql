-- Stable; inlined; called once in a select; called with the row's own value; of several by its name one is stable; on few
-- rows; with row security off.
-- thresholds: min-rows = 100
create function steady() returns int language plpgsql stable as $$ begin return 7; end $$;
create function simple() returns int language sql as $$ select current_setting('app.tenant')::int $$;
create function rolled() returns int language plpgsql as $$ begin return 7; end $$;
create function judged(tenant int) returns bool language plpgsql as $$ begin return true; end $$;
create function both_ways(kind text) returns int language plpgsql as $$ begin return 7; end $$;
create function both_ways(kind int) returns int language plpgsql stable as $$ begin return 7; end $$;
create table note (id int primary key, tenant int);
insert into note select n, n from generate_series(1, 200) as n;
analyze note;
alter table note enable row level security;
create policy steady on note using (tenant = steady());
create policy simple on note using (tenant = simple());
create policy once on note using (tenant = (select rolled()));
create policy judged on note using (judged(tenant));
create policy either on note using (tenant = both_ways('a'));
create table small (id int primary key, tenant int);
insert into small values (1, 1);
analyze small;
alter table small enable row level security;
create policy rolled on small using (tenant = rolled());
create table off (id int primary key, tenant int);
insert into off select n, n from generate_series(1, 200) as n;
analyze off;
create policy rolled on off using (tenant = rolled());
