-- Kept only; and searched by an index on what stands in it.
create schema live;
create table live."Event" (id int primary key, "Body" json, head json);
create table event (id int primary key, body json);
create index on event ((body ->> 'kind'));
-- cure
alter table live."Event" alter "Body" type jsonb, alter head type jsonb;
drop index event_expr_idx;
alter table event alter body type jsonb;
