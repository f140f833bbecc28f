-- server: own
create database "Old one" encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0;
-- cure
drop database "Old one";
