-- GIN, jsonb_ops: one of several keys.
select id from customer where attributes ?| array['blocked', 'nothing'];
