-- An index on a generated column in another collation.
select id from customer where name_upper collate "C" = 'EMMA A87FF67';
