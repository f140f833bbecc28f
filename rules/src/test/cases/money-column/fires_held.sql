-- A default, a check and a view hold on to it, and inheriting tables follow.
create table ticket (id int primary key, price money default 0, fee money check (fee > 0::money));
create table seat (id int, price money);
create view prices as select price from seat;
create table box () inherits (seat);
-- cure
alter table ticket drop constraint ticket_fee_check, alter price drop default;
alter table ticket alter price type numeric, alter fee type numeric;
drop view prices;
alter table seat alter price type numeric;
