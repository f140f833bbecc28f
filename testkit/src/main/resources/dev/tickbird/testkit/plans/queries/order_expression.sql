-- An order that no index gives, within little memory.
set work_mem = '64kB';
select id, total from orders order by total * 2, id desc;
