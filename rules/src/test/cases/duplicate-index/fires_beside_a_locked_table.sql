-- One table is locked exclusively, and what its indexes hold cannot be read; those of the others are compared all the same.
-- no replay: while that table is locked, who finds nothing has not examined
create table crate (id int primary key, content text);
create index crate_content_full on crate (content) where content <> '';
create index crate_content_empty on crate (content) where content = '';
create table shelf (id int primary key, place text);
create index shelf_place on shelf (place);
create index shelf_place_again on shelf (place);
-- session: migration
begin;
lock table crate in access exclusive mode;
