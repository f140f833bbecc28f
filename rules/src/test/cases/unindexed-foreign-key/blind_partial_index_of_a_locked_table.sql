-- The index may leave out nulls only, and then serves; while its table is locked exclusively, nobody can say.
create table customer (id int primary key);
create table purchase (id int primary key, customer int references customer);
create index on purchase (customer) where customer is not null;
create table visit (id int primary key, customer int references customer);
create index on visit (customer);
-- session: migration
begin;
lock table purchase in access exclusive mode;
