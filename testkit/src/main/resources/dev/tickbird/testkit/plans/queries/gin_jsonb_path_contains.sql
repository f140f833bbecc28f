-- GIN, jsonb_path_ops: nested containment.
select id, sku from product where features @> '{"size": {"w": 3, "h": 7}}';
