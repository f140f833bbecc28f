-- Conditions on JSON without an index.
select attributes ->> 'level', count(*) from customer where (attributes ->> 'level')::int > 8 and attributes #>> '{langs,1}' = 'pl' group by 1;
