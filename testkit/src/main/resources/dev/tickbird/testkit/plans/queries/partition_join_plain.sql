-- A partitioned table joined with an ordinary one, without partition-wise joins.
select s.name, count(*) from store as s join measurement as m on m.device_id = s.id where m.quality > 1 group by s.name;
