-- LIKE with a prefix, served by text_pattern_ops.
select id, name from customer where name like 'Clara 1%';
