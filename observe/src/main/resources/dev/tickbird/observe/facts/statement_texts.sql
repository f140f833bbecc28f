-- what:  the words of each statement; passwords are masked
-- needs: pg_read_all_stats for the statements of other roles
-- cost:  reads the file of texts, often tens of megabytes
-- extension: pg_stat_statements
select distinct on (counted.queryid)
       counted.queryid as query_id,
       case when counted.query ~* 'passw|secret|token|[._]key|://'
            then regexp_replace(counted.query,
                     '(?<=(passw(or)?d|secret|token|[._]key)\s*(=|to)?\s*)(E?''([^'']|'''')*''|''''[^'']*'''')'
                         -- in a connection string or an address
                         '|(?<=(passw(or)?d|secret|token)\s*=\s*)[^''\s,$()]+(?=''|\s+\w+\s*=)'
                         '|(?<=://[^:/@\s]*:)[^@/\s]+(?=@)',
                     '''****''', 'gi')
            else counted.query
       end as text
from pg_stat_statements(true) as counted
where counted.queryid is not null -- null: hidden
  and counted.query is not null -- null: the file of texts was lost
order by counted.queryid, counted.query
