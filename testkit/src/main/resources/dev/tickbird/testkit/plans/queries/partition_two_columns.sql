-- Partitions by a range of two columns.
select sum(amount) from invoice where year = 2024 and region > 'c';
