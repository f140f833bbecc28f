-- No command, no archive.
select 1;
