-- A function with a number of rows of its own.
select n, count(*) from slices(100) as s (n) left join store on store.id = s.n group by n;
