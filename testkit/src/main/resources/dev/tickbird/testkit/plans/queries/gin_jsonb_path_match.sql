-- GIN, jsonb_path_ops: a JSON path.
select id from product where features @? '$.size ? (@.w == 4)' and features @@ '$.color == "black"';
