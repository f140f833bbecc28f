-- A security barrier keeps a condition out.
select id from public_customer where expensive_check(name) and segment = 'public';
