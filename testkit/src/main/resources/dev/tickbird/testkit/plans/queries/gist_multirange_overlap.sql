-- Multiranges: overlap with a range, and nulls.
select count(*) from booking where slots && daterange('2025-01-10', '2025-01-12') or slots is null;
