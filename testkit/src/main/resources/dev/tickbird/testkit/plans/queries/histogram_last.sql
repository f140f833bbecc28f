-- At the end of a histogram: the index is asked for the last value.
select count(*) from sale where id > 23990;
