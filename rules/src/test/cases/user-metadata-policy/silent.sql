-- What only the server writes; the words in a literal or in a column's name; row security that is off.
create schema auth;
create function auth.jwt() returns jsonb language sql stable as $$ select '{}'::jsonb $$;
create table note (id int primary key, team text, user_metadata jsonb);
alter table note enable row level security;
create policy by_claim on note using (team = auth.jwt() -> 'app_metadata' ->> 'team');
create policy by_literal on note for select using (team <> 'auth.jwt() -> ''user_metadata''' and team = 'user_metadata');
create policy by_column on note for update using (user_metadata ->> 'team' = team);
create table off (id int primary key, team text);
create policy by_claim on off using (team = auth.jwt() -> 'user_metadata' ->> 'team');
