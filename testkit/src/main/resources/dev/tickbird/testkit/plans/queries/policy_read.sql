-- Row level security: what a team may read.
set role plans_reader;
set plans.team = 'blue';
select team, count(*) from document where title like 'title 1%' group by team;
