-- GIN, jsonb_ops: a rare key exists.
select count(*) from customer where attributes ? 'blocked';
