-- SP-GiST on text: comparison.
select id from log_entry where message = 'timeout 995';
