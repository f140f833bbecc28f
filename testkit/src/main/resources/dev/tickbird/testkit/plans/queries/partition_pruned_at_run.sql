-- Partitions are pruned for each row of the outer side.
select s.id, m.value from store as s join measurement as m on m.device_id = s.id and m.measured_at = s.opened::timestamptz where s.id < 20;
