-- A column that is declared not null, but whose old rows nobody has checked.
-- versions: 18+
create table cue (number int);
insert into cue values (null);
alter table cue add constraint cue_number_not_null not null number not valid;
create unique index on cue (number);
-- cure
update cue set number = 1;
alter table cue validate constraint cue_number_not_null;
alter table cue add primary key (number);
