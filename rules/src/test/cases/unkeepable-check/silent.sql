-- Checks by functions that look at their arguments alone, or at the clock; and by one of which there are two.
create table lookup (id int primary key);
create function even(a int) returns boolean language sql immutable as 'select a % 2 = 0';
create function past(t timestamptz) returns boolean language sql stable as 'select t <= now()';
create function known(a int) returns boolean language sql stable as 'select exists (select from lookup where id = a)';
create function known(a text) returns boolean language sql immutable as 'select length(a) > 1';
create table fine (id int check (even(id)), at timestamptz check (past(at)), name text check (known(name)));
