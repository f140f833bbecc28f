-- A host that keeps no huge pages, as this one does; or a server that does not want any.
-- versions: 17+
-- settings: huge_pages = off
-- thresholds: min-page-tables = 1 kB
-- no replay: it is the host's, and takes a restart
select 1;
