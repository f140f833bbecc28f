// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A twin of many tables is built in seconds.
class TwinSizeTest {

    private static final int TABLES = Integer.getInteger("tickbird.tables", 500);

    private static final String MANY = """
            do $$
            begin
                for i in 1..TABLES loop
                    execute format('create table t%s (id bigint generated always as identity primary key,
                        parent bigint, name text not null default ''x'', at timestamptz default now(),
                        amount numeric(10,2) check (amount > 0))', i);
                    execute format('create index on t%s (parent)', i);
                    execute format('create index on t%s (lower(name)) where amount > 1', i);
                    execute format('create index on t%s (at, amount desc)', i);
                    execute format('comment on table t%s is ''number %s''', i, i);
                    if i > 1 then
                        execute format('alter table t%s add foreign key (parent) references t%s', i, i - 1);
                    end if;
                    if i % 1000 = 0 then
                        commit;
                    end if;
                end loop;
            end $$;
            """;

    @Test
    void isBuiltFast() throws SQLException, IOException {
        Snapshot source = Originals.of(18, List.of(MANY.replace("TABLES", String.valueOf(TABLES))));
        long start = System.nanoTime();
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertThat(twin.gaps()).isEmpty();
            assertThat(taken).isLessThan(Duration.ofSeconds(2).plusMillis(6L * TABLES));
        }
    }
}
