-- Nobody comes by a line that the server cannot read; another rule reports it.
-- server: own
alter system set listen_addresses = '*';
select pg_reload_conf();
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 198.51.100.0/24 trust map=people')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
select pg_sleep(0.2);
