-- Statistics of columns behind dropped ones.
select b, count(*) from legacy where c = 5 and b in ('b5', 'b15') group by b;
