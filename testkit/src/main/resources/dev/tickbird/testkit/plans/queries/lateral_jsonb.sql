-- The elements of a JSON array, for each row.
select lang, count(*) from customer, jsonb_array_elements_text(attributes -> 'langs') as lang group by lang;
