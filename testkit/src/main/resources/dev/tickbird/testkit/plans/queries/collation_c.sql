-- A prefix in C, by the operators of text_pattern_ops.
select count(*) from person where last_name collate "C" like 'Wei%' and first_name < 'first2';
