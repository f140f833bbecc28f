-- An order by another collation than the index has.
select last_name from person order by last_name collate "C", first_name limit 30;
