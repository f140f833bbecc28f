-- BRIN with the default range of pages.
select id from audit where at < '2021-01-20 00:00+00';
