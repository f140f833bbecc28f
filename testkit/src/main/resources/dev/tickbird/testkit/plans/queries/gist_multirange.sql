-- GiST on multiranges.
select id from booking where slots @> date '2023-02-03';
