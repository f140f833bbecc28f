-- how the server stores relations, and the highest number of a file in use
select (select setting.setting::bigint
        from pg_catalog.pg_settings as setting
        where setting.name = 'segment_size') as segment, -- in blocks
       current_setting('data_checksums') = 'on' as checksums,
       (select coalesce(max(relation.relfilenode::bigint), 0) from pg_catalog.pg_class as relation) as highest
