-- A partial index on an inlined SQL function.
select id from product where net(price) > 400 and not retired;
