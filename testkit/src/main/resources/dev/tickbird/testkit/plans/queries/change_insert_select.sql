-- An insert of a sorted aggregate.
insert into scratch select count(*), kind from skewed group by kind order by 1 desc;
