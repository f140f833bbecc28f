-- server: own
create database old encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0 is_template true;
create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0;
