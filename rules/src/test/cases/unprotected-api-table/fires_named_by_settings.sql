-- The API reads from the database whom it takes strangers for and what it serves; another schema is granted, too.
create role gate login noinherit;
create role visitor;
grant visitor to gate;
alter role gate set pgrst.db_anon_role = 'visitor';
alter role gate set pgrst.db_schemas = 'shown, "Also"';
create schema shown;
create schema "Also";
create schema other;
grant usage on schema shown, "Also", other to visitor;
create table shown.note (id int primary key);
create table "Also".note (id int primary key);
create table other.note (id int primary key);
grant delete on shown.note, "Also".note, other.note to visitor;
-- cure
revoke all on shown.note, "Also".note from visitor;
