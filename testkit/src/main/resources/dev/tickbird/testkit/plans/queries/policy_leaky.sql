-- Row level security: a condition that may leak waits for the policy.
set role plans_reader;
select id from document where title ~ '7$' and id < 100;
