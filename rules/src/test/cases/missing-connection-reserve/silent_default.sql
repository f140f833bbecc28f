-- Three are kept back, as PostgreSQL does by itself.
select 1;
