-- GIN, jsonb_ops: containment.
select id, name from customer where attributes @> '{"level": 3, "newsletter": true}';
