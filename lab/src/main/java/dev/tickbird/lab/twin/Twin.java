// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// An embedded PostgreSQL with a database of the source's schema and none of its rows.
public final class Twin implements AutoCloseable {

    private static final List<Class<? extends Fact>> INDISPENSABLE =
            List.of(Server.class, Schema.class, Table.class, Column.class);

    private static final String KEPT_AS = "twin";

    private final EmbeddedServer server;
    private final String database;
    private final List<TwinGap> gaps;

    Twin(EmbeddedServer server, String database, List<TwinGap> gaps) {
        this.server = server;
        this.database = database;
        this.gaps = List.copyOf(gaps);
    }

    /// The facts that a twin is made of. Without some there are gaps; without schemas, tables and columns, no twin.
    public static Set<Class<? extends Fact>> facts() {
        return TwinFacts.ALL;
    }

    /// Builds a twin: what it needs is there when it returns, and [#gaps()] says what could not be built.
    ///
    /// @throws TickbirdException if the snapshot has no schema in it, or the time was not enough
    public static Twin build(Snapshot snapshot, TwinOptions options) {
        for (Class<? extends Fact> fact : INDISPENSABLE) {
            if (!snapshot.observed().contains(fact)) {
                throw TickbirdException.target(
                        "cannot build a twin: the snapshot does not hold " + TwinGap.subject(fact),
                        snapshot.gap(fact).map(gap -> gap.hint()).orElse("Take the snapshot again."),
                        null);
            }
        }
        Deadline deadline = Deadline.in(options.timeLimit());
        int sourceMajor = snapshot.the(Server.class).major();
        Binaries binaries = options.binaries().orElseGet(() -> Binaries.of(sourceMajor));
        Source source = new Source(snapshot, binaries.major());
        source.noteBlindness(facts());
        return new TwinBuilder(source, options, deadline).build(binaries);
    }

    /// What the source has and the twin has not, or has in another way.
    public List<TwinGap> gaps() {
        return gaps;
    }

    /// How its superuser connects, as libpq takes it.
    public String uri() {
        return server.uri(database);
    }

    /// A connection as its superuser, who may do everything; the caller closes it.
    public Connection connect() throws SQLException {
        return TwinConnection.asking(server, database);
    }

    public EmbeddedServer server() {
        return server;
    }

    /// The name of its database, which is that of the source.
    public String database() {
        return database;
    }

    /// Lets it live on when the program ends, until [#removeKept].
    public void keep() {
        server.keep(KEPT_AS);
    }

    /// Removes the twins that this user has kept, and says how many there were.
    public static int removeKept(Binaries binaries) {
        return EmbeddedServer.removeKept(KEPT_AS, binaries);
    }

    /// Stops it and deletes everything of it, unless it is kept.
    @Override
    public void close() {
        server.close();
    }
}
