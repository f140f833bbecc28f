-- A whole composite value.
select id from customer where home = row('street 5', 'town 3', '00005')::address;
