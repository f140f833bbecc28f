-- A stable function's value is estimated with.
select count(*) from sale where day > today() - 200 and day < today();
