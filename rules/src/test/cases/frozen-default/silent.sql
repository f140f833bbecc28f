-- Called each time, or a moment that somebody has chosen.
create table cue (id int, a timestamptz default now(), b timestamptz default current_timestamp, c timestamp default '1970-01-01',
    d timestamptz default 'infinity', e date default 'today', f timestamptz default '2026-05-05 12:00:00.5+00',
    g timestamptz default clock_timestamp(), h text default '2026-05-05 12:00:00.123456');
create view cues as select * from cue;
alter view cues alter a set default 'now';
create extension seg;
create table theirs (a timestamptz default 'now');
alter extension seg add table theirs;
