-- What belongs to an extension is the extension's business.
create extension seg;
create sequence numbers as smallint;
select setval('numbers', 32000);
alter extension seg add sequence numbers;
