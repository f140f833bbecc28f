-- Whether the host had some to give, older servers do not tell.
-- versions: 16
-- server: own
select 1;
