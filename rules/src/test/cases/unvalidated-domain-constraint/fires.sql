create schema live;
create domain live."Percent" as int;
create table live."Cue" (id int primary key, share live."Percent");
insert into live."Cue" values (1, 50);
alter domain live."Percent" add constraint "to 100" check (value between 0 and 100) not valid;
create domain lonely as text;
alter domain lonely add constraint filled check (value <> '') not valid;
comment on constraint "to 100" on domain live."Percent" is 'it''s half';
