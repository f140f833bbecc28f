-- A join over two columns that depend on each other.
select count(*) from person as a join person as b on a.city = b.city and a.state = b.state where a.id < 20;
