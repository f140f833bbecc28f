-- An insert into a partitioned table.
insert into transfer select id, now(), 1 from account where balance > 9990;
