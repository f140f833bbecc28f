-- Both kinds of reads cost the same, as in memory; and a role and a database that try something.
-- settings: random_page_cost=0.1, seq_page_cost=0.1
create role report login;
alter role report set random_page_cost = 0.01;
do $$ begin execute format('alter database %I set cpu_tuple_cost = 0', current_database()); end $$;
