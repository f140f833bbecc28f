-- The elements of an array column: rows by the average of its lengths.
select tag, count(*) from product, unnest(tags) as tag group by tag having count(*) > 5;
