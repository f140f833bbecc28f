// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.server.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Reads facts from a server, as often as it is asked. Each time is one `repeatable read, read only` transaction that
/// creates nothing, waits for nobody and is rolled back at its end; sequences, which stay locked as long, are read in
/// short ones after it. A fact that cannot be read becomes a gap; the rest goes on.
///
/// Who watches a server keeps the Observer: it reads the texts of statements again only when there are new ones.
public final class Observer {

    /// Who may want to know more, once the wanted facts are known.
    @FunctionalInterface
    public interface Curiosity {
        Set<Class<? extends Fact>> after(Snapshot snapshot);
    }

    private final Connection connection;
    private final Duration patience;
    private final Consumer<String> progress;
    private final StatementTexts texts = new StatementTexts();

    /// @param patience how long one fact may take
    /// @param progress is told the name of each fact before it is read
    public Observer(Connection connection, Duration patience, Consumer<String> progress) {
        this.connection = connection;
        this.patience = patience;
        this.progress = progress;
    }

    /// Observes once.
    public static Snapshot observe(
            Connection connection,
            Collection<Class<? extends Fact>> wanted,
            Duration patience,
            Consumer<String> progress) {
        return new Observer(connection, patience, progress).observe(wanted);
    }

    /// Everything the wanted facts, and the server's own record, say about the connected database now.
    public Snapshot observe(Collection<Class<? extends Fact>> wanted) {
        return observe(wanted, _ -> Set.of());
    }

    /// The same, and whatever else somebody wants to know who has seen that: of the same moment, unless sequences were
    /// among it, for which the first look has ended.
    ///
    /// @param further told what the wanted facts say, says which others are wanted, too
    public Snapshot observe(Collection<Class<? extends Fact>> wanted, Curiosity further) {
        try {
            refuseAncient(connection.getMetaData().getDatabaseMajorVersion());
            try (ReadTransaction transaction = ReadTransaction.begin(connection, patience)) {
                Observation observation = new Observation(transaction, texts, progress);
                Set<Class<? extends Fact>> read = new HashSet<>(Set.of(Server.class));
                read(wanted, read, observation);
                Snapshot first = observation.snapshot();
                Set<Class<? extends Fact>> more = further.after(first);
                read(more, read, observation);
                return more.isEmpty() ? first : observation.snapshot();
            }
        } catch (SQLException e) {
            throw ServerErrors.lost(e);
        }
    }

    private static void read(
            Collection<Class<? extends Fact>> wanted, Set<Class<? extends Fact>> read, Observation observation)
            throws SQLException {
        Set<Class<? extends Fact>> all = Set.copyOf(wanted);
        for (FactSource<?> source : Observatory.sources().toList()) {
            if (all.contains(source.fact()) && read.add(source.fact())) {
                observation.read(source);
            }
        }
    }

    private void refuseAncient(int major) throws SQLException {
        if (major < FactSource.OLDEST_MAJOR) {
            throw TickbirdException.target(
                    "cannot examine a server of version "
                            + connection.getMetaData().getDatabaseProductVersion(),
                    "Tickbird examines PostgreSQL " + FactSource.OLDEST_MAJOR + " and newer. Upgrade first: versions"
                            + " this old no longer get security fixes.",
                    null);
        }
    }
}
