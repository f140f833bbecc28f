-- generate_series, whose length is known.
select d::date, count(s.id) from generate_series(timestamp '2023-01-01', '2023-02-10', '1 day') as d left join sale as s on s.day = d group by 1;
