-- Other weights of the processor's work.
set cpu_tuple_cost = 0.1;
set cpu_operator_cost = 0.02;
set cpu_index_tuple_cost = 0.0001;
select count(*) from orders where customer_id between 10 and 40 and total > 100;
