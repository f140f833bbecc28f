-- Equality of whole arrays.
select id from product where tags = array['tag1', 'tag2'];
