-- A narrow one beside one that shows every row: which of them was meant, only its author knows.
create role clerk;
create table article (id int, day date, owner text) partition by range (day);
alter table article enable row level security;
create policy everything on article for select using (true);
create policy published on article for select to clerk using (day <= current_date);
-- cure
drop policy everything on article;
