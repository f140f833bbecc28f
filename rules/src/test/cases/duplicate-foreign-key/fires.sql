-- The same twice, in another order, and once not valid; quoted names.
create schema live;
create table live."Show" (id int, "Day" date, primary key (id, "Day"));
create table live.cue (id int primary key, show int, "Day" date,
    constraint "first" foreign key (show, "Day") references live."Show" (id, "Day") on delete cascade,
    constraint "the second" foreign key ("Day", show) references live."Show" ("Day", id) on delete cascade);
create table kind (id int primary key);
create table lamp (id int primary key, kind int references kind);
alter table lamp add constraint again foreign key (kind) references kind not valid;
comment on constraint "the second" on live.cue is 'it''s twice';
