-- Compared only after conversion, or in another collation.
create table show (id numeric primary key, code text unique, label text collate "C" unique);
create table cue (id int primary key, show_id int references show, code char(4) references show (code),
                  label text references show (label));
-- cure
alter table cue alter show_id type numeric, alter code type text, alter label type text collate "C";
