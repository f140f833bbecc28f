-- One ends within days, one has ended while its session is there.
-- server: own
create role "Box Office" login password 'x' valid until 'tomorrow';
alter role postgres valid until 'yesterday';
-- cure
alter role "Box Office" valid until 'infinity';
alter role postgres valid until '2999-01-01';
