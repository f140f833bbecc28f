-- From here on only what the company's own programs do is counted.
select pg_stat_statements_reset();
