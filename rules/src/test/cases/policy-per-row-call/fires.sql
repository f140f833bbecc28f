-- A setting and the user's own function, asked for each row; literals and names that look like calls are none.
-- thresholds: min-rows = 100
create schema "Auth";
create function "Auth"."User id"() returns int language sql stable as $$ select 7 $$;
create function "Auth".role(kind text) returns text language plpgsql stable as $$ begin return kind; end $$;
create table note (id int primary key, owner int, tenant uuid, body text, "current_setting('x')" text);
insert into note select n, n from generate_series(1, 200) as n;
analyze note;
alter table note enable row level security;
create policy "Own rows" on note
    using (owner = "Auth"."User id"()
           and tenant = current_setting('app.tenant', true)::uuid
           and body <> 'no current_setting(''app.x'') here'
           and "current_setting('x')" is null)
    with check ("Auth".role('it''s (a) writer') = 'writer' and tenant = current_setting('app.tenant', true)::uuid);
create policy reading on note for select using (coalesce(current_setting('app.admin'), 'off') = 'on');
