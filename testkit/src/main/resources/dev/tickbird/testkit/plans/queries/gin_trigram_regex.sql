-- GIN, trigrams: a regular expression.
select id from customer where name ~ 'Hugo [0-9]{3}a';
