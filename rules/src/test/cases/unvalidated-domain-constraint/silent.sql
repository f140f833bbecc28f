create domain percent as int check (value between 0 and 100);
create domain word as text not null;
create table cue (id int, share percent, word word);
