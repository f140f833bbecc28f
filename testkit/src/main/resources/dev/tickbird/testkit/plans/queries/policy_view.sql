-- versions: 15+
-- A view that reads with the rights of who asks.
set role plans_reader;
set plans.team = 'red';
select count(*) from open_document where team = 'grey';
