-- Inherited tables on two levels, grouped.
select wheels, count(*), min(built) from truck where payload > 20 group by wheels;
