-- Of an unlogged table, or of nobody.
-- versions: 15+
create unlogged table scratch (id serial);
create unlogged sequence free;
create table cue (id serial);
