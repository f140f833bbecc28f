-- what an extension counts of its own types, no view shows; to be half there is worse than not to be there, for its
-- estimators take their part for granted
insert into refused
select subject.id, format('what %s counts, no view shows', type.typanalyze)
from subject
join pg_type as type on type.oid = subject.type
where type.typanalyze::oid >= 16384; -- the first OID of user objects

delete from subject
where subject.id in (select refused.id from refused);
