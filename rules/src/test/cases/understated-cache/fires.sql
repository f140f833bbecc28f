-- Less than shared_buffers, whose default is 128 MB.
-- settings: effective_cache_size=64MB
select 1;
