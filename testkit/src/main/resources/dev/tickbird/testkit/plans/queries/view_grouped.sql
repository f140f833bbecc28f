-- A condition goes down into a grouped view.
select * from customer_sum where customer_id = 42;
