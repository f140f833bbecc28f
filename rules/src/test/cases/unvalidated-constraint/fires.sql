-- A check and a foreign key that were added for new rows only.
create schema live;
create table live.show (id int primary key);
create table live.cue (id int primary key, show_id int, number int);
insert into live.show values (1);
insert into live.cue values (1, 1, 7);
alter table live.cue add constraint cue_number check (number > 0) not valid;
alter table live.cue add constraint cue_show foreign key (show_id) references live.show on delete cascade
    deferrable initially deferred not valid;
analyze live.cue;
comment on constraint cue_number on live.cue is 'old rows may be 0';
comment on constraint cue_show on live.cue is 'from the import of 2019';
