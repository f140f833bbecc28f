// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import io.github.mfvanek.pg.connection.PgConnection;
import io.github.mfvanek.pg.connection.PgConnectionImpl;
import io.github.mfvanek.pg.connection.host.PgHostImpl;
import io.github.mfvanek.pg.core.checks.common.DatabaseCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.StandardChecksOnHost;
import io.github.mfvanek.pg.model.context.PgContext;
import org.postgresql.ds.PGSimpleDataSource;

/// All checks of pg-index-health on one schema: what it would do in a process of its own.
final class IndexHealth {

    private IndexHealth() {}

    /// `IndexHealth URL PASSWORD SCHEMA`
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser("postgres");
        source.setPassword(arguments[1]);
        PgConnection connection = PgConnectionImpl.of(source, PgHostImpl.ofUrl(arguments[0]));
        int checks = 0;
        long found = 0;
        for (DatabaseCheckOnHost<?> check : new StandardChecksOnHost().apply(connection)) {
            found += check.check(PgContext.of(arguments[2])).size();
            checks++;
        }
        System.out.println(checks + " checks, " + found + " objects");
    }
}
