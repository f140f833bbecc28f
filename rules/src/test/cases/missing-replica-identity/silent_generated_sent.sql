-- What is generated and stored is sent.
-- versions: 18+
create table price (net int, gross int generated always as (net * 2) stored);
alter table price replica identity full;
insert into price values (1);
create publication changes for table price with (publish_generated_columns = stored);
update price set net = 2;
