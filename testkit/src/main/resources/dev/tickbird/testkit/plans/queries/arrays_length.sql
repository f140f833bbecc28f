-- Conditions on arrays without an index.
select count(*) from product where cardinality(codes) = 3 and 77 = any (codes);
