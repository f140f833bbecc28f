-- Makes the tables whose numbers the settings bench.first and bench.last say: 10 columns, 4 indexes and a few constraints
-- each; every second one has a foreign key to the one before, every tenth holds rows and statistics. Commits now and then,
-- for each table holds seven locks.
do $$
begin
    for n in current_setting('bench.first')::int .. current_setting('bench.last')::int loop
        execute format(
            'create table bench.table_%1$s (
                id bigint generated always as identity primary key,
                previous_id bigint,
                code text not null unique,
                status text not null default %2$L check (status in (%2$L, %3$L)),
                amount numeric(12,2) not null default 0,
                customer_name varchar(200),
                tags text[],
                note text,
                created_at timestamptz not null default now(),
                updated_at timestamptz)',
            n, 'open', 'done');
        execute format('create index on bench.table_%s (customer_name, created_at desc)', n);
        execute format('create index on bench.table_%s (updated_at) where status = %L', n, 'open');
        if n > 1 and n % 2 = 0 then
            execute format(
                'alter table bench.table_%s add foreign key (previous_id) references bench.table_%s on delete cascade',
                n, n - 1);
        end if;
        if n % 10 = 0 then
            execute format(
                'insert into bench.table_%s (code, customer_name) select i, md5(i::text) from generate_series(1, 100) as i', n);
            execute format('analyze bench.table_%s', n);
        end if;
        if n % 100 = 0 then
            commit;
        end if;
    end loop;
end
$$
