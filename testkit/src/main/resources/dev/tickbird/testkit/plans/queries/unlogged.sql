-- An unlogged table.
select word, count(*) from scratch where word > 'word 5' group by word;
