-- GIN on arrays: contains both a frequent and a rare element.
select id from product where tags @> array['tag0', 'tag77'];
