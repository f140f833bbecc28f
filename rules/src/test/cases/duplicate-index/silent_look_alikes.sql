-- The same column, but not the same index.
create table patch (id int, channel int, label text, tags text[], place point);
create index on patch (label);
create index on patch (label text_pattern_ops);
create index on patch (label collate "C");
create index on patch (label) where channel > 0;
create index on patch (label) where channel > 1;
create index on patch (label) include (channel);
create index on patch (label nulls first);
create index on patch (lower(label));
create index on patch (upper(label));
create index on patch using hash (label);
create index on patch using brin (id) with (pages_per_range = 16);
create index on patch using brin (id) with (pages_per_range = 128);
create index on patch (id, channel);
create index on patch (channel, id);
create index on patch (id desc, channel);
create table other (label text);
create index on other (label);
