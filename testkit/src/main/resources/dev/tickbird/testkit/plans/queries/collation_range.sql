-- A range in the order of a language.
select count(*) from person where last_name between 'Ä' and 'Os';
