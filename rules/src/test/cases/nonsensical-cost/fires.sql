-- Random reads for less than sequential ones, and rows for nothing.
-- settings: random_page_cost=0.5, cpu_tuple_cost=0
select 1;
