-- Distinct values of two dependent columns.
select distinct city, state from person;
