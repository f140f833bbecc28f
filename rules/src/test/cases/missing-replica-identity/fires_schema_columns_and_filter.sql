-- A schema as a whole, a row filter that may read any column, and a column list that the key must be in.
-- versions: 15+
create schema box;
create table box.log (id int not null, note text);
create unique index on box.log (id);
create table filtered (id int not null, note text);
create unique index on filtered (id);
create publication whole for tables in schema box;
create publication part for table filtered where (note <> 'x');
