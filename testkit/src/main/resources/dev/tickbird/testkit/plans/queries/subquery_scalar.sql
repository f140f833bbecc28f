-- A value computed once.
select count(*) from sale where amount > (select 2 * avg(amount) from sale where day = '2023-02-02');
