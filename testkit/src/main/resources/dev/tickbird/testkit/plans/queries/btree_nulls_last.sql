-- An index in descending order with nulls last.
select id, income from person order by income desc nulls last limit 25;
