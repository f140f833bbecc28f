-- Too narrow for every key: integers, lengths, digits.
create schema live;
create table live.show (id bigint primary key, code varchar(20) unique, price numeric(10,2) unique,
                        hall char(8) unique, rate numeric(6,4) unique);
create table live.cue (id int primary key, show_id int references live.show, code varchar(10) references live.show (code),
                       price numeric(8,2) references live.show (price), hall char(4) references live.show (hall),
                       rate numeric(6,3) references live.show (rate));
insert into live.show values (1, 'a', 1, 'b', 1);
insert into live.cue values (1, 1, 'a', 1, 'b', 1);
