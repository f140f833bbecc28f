-- The sickness, as small as it can be made.
create table sick (id int);
