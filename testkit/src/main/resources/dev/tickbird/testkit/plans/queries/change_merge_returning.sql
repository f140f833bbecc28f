-- versions: 17+
-- A merge that says what it did, and what the source lacks.
merge into grown as g using store as s on g.id = s.id when matched then update set value = 0 when not matched by source and g.id > 100300 then delete returning merge_action(), g.id;
