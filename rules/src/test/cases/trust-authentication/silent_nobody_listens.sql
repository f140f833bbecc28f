-- The server listens on its socket alone, in a folder of its own.
-- server: own
do $$
begin
    execute format($copy$copy (select * from (values
        ('local all all trust'),
        ('host all all 0.0.0.0/0 trust')) as line) to %L$copy$, current_setting('hba_file'));
end $$;
