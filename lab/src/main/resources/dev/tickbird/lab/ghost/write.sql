-- all at once; if a value is refused, one by one, so that only its column goes without values
do $write$
declare
    known record;
begin
    delete from pg_catalog.pg_statistic where starelid in (select subject.target from subject);
    perform pg_temp.write_statistics(min(subject.id), max(subject.id), true) from subject;
exception when others then
    delete from pg_catalog.pg_statistic where starelid in (select subject.target from subject);
    for known in select subject.id from subject order by subject.id loop
        begin
            perform pg_temp.write_statistics(known.id, known.id, true);
        exception when others then
            insert into refused values (known.id, sqlerrm);
            perform pg_temp.write_statistics(known.id, known.id, false);
        end;
    end loop;
end
$write$;
