-- No column owns it, so nobody can tell here how far it may go.
create sequence invoice_numbers as integer;
select setval('invoice_numbers', 2000000000);
-- cure
alter sequence invoice_numbers as bigint;
