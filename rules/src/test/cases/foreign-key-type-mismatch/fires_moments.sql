-- Days and moments: one too coarse, one that depends on the session's time zone.
create table show (at timestamptz primary key, opens timestamp unique);
create table cue (id int primary key, at timestamp references show, opens date references show (opens));
-- cure
alter table cue alter at type timestamptz, alter opens type timestamp;
