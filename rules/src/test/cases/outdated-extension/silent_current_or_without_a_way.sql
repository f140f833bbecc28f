-- At the server's version; and at one from which no script leads anywhere, as when the packages went back.
create extension hstore;
create extension seg;
update pg_extension set extversion = '10.0' where extname = 'seg';
