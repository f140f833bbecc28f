-- GiST, trigrams: likeness, and order by it.
select title from product where title % 'garden hose' order by title <-> 'garden hose' limit 10;
