-- An inequality prunes the list with one value only.
select count(*) from event where kind <> 'view';
