-- As initdb makes clusters today.
-- versions: 18+
create table cue (id int);
