-- A check and a foreign key that nothing enforces.
-- versions: 18+
create table show (id int primary key);
create table cue (id int primary key, number int constraint cue_number check (number > 0) not enforced,
                  show_id int constraint cue_show references show not enforced);
insert into show values (1);
insert into cue values (1, 1, 1);
comment on constraint cue_number on cue is 'not yet';
