-- An index read backward.
select id, created_at from customer order by created_at nulls first limit 10;
