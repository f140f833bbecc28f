-- SP-GiST on text: a prefix.
select count(*) from log_entry where message ^@ 'timeout 99';
