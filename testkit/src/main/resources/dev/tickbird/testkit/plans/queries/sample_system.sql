-- A sample of pages.
select avg(amount) from sale tablesample system (5) repeatable (42);
