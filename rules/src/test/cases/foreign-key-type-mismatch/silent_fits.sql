-- The same type by another way: text for varchar, longer, more digits, a domain over it, a default collation.
create domain number as int;
create table show (id int primary key, code varchar(10) unique, name text unique, price numeric(8,2) unique,
                   at timestamptz(3) unique);
create table cue (id int primary key, show_id number references show, code text references show (code),
                  name varchar references show (name), price numeric(10,2) references show (price),
                  price2 numeric references show (price), at timestamptz references show (at),
                  code2 varchar(20) references show (code));
-- The referencing side can hold more, which harms nobody.
create table act (id int primary key, day date unique);
create table scene (id int primary key, act_id bigint references act, day timestamp references act (day));
