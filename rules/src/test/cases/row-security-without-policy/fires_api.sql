-- To close a table so is how platforms with an API mean it: a note.
create role authenticator login noinherit;
create role anon;
create role authenticated;
grant anon, authenticated to authenticator;
grant usage on schema public to anon, authenticated;
create table secret (id int primary key);
alter table secret enable row level security;
grant all on secret to anon, authenticated;
-- cure
revoke all on secret from anon, authenticated;
