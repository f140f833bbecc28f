-- A role without right on a table estimates through a view.
set role plans_reader;
select count(*) from open_order where segment = 'reseller';
