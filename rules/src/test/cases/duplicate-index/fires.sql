-- The same index twice, whatever its spelling; what enforces is kept.
create table patch (id int primary key, channel int, label varchar(40), day date);
create index patch_channel on patch (channel);
create index patch_channel_again on patch using btree (channel asc nulls last);
create unique index patch_id_again on patch (id);
create index patch_label on patch (label);
create index patch_label_by_other_name on patch (label varchar_ops);
create index patch_day_label on patch (day, label desc) where channel > 0;
create index patch_day_label_backwards on patch (day desc, label) where channel > 0;
comment on index patch_channel_again is E'kept for the \\ "nightly" run, they say: don''t ask';
create index patch_label_length on patch (channel, length(label));
create index patch_label_length_2 on patch (channel, length(label));
alter index patch_label_length_2 alter column 2 set statistics 500;
