-- Forms of which each call fits one: other types, no defaults, one that takes just as many, variadic ones.
create function f(a int) returns int language sql as 'select 1';
create function f(a text, b int default 1) returns int language sql as 'select 2';
create function f(a int, b int) returns int language sql as 'select 3';
create function g(a int, b int default 1) returns int language sql as 'select 1';
create function h(a int, variadic b int[]) returns int language sql as 'select 1';
create function h(a int, b text default '') returns int language sql as 'select 2';
