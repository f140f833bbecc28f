// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A snapshot in the making: facts and gaps, as one transaction yields them, and what is read in pieces after it.
final class Observation {

    private final ReadTransaction transaction;
    private final StatementTexts texts;
    private final Consumer<String> progress;
    private final Server server;
    private final Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
    private final Map<Class<? extends Fact>, Records<?>> inTheMaking = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<FactSource<?>> last = new ArrayList<>();

    /// Reads the server's own record; without it there is no snapshot.
    Observation(ReadTransaction transaction, StatementTexts texts, Consumer<String> progress) throws SQLException {
        this.transaction = transaction;
        this.texts = texts;
        this.progress = progress;
        List<Server> rows = transaction.rows(
                Server.class,
                Observatory.source(Server.class).sql(transaction.major()).orElseThrow());
        facts.put(Server.class, rows);
        server = rows.getFirst();
        if (server.major() > FactSource.NEWEST_MAJOR) {
            gaps.add(new Gap(
                    Server.class,
                    Gap.Extent.PARTLY_SEEN,
                    "PostgreSQL " + server.major() + " is newer than this Tickbird; it was examined as if it were "
                            + FactSource.NEWEST_MAJOR,
                    "Look for a newer Tickbird."));
        }
    }

    /// Reads what ends the transaction, and is done. What is read after it, is of another one.
    Snapshot snapshot() throws SQLException {
        for (FactSource<?> source : last) {
            tryToRead(source, source.sql(server.major()).orElseThrow());
        }
        last.clear();
        List.copyOf(inTheMaking.keySet()).forEach(this::finish);
        return new Snapshot(server.now(), facts, gaps);
    }

    void read(FactSource<?> source) throws SQLException {
        Optional<FactSql> sql = source.sql(server.major());
        if (sql.isEmpty()) {
            nothingSeen(
                    source,
                    "PostgreSQL " + server.major() + " does not have it; it came with " + source.firstMajor(),
                    null);
            return;
        }
        if (sql.get().isInPieces()) {
            last.add(source);
        } else {
            tryToRead(source, sql.get());
        }
    }

    private void tryToRead(FactSource<?> source, FactSql sql) throws SQLException {
        progress.accept(source.name().replace('_', ' '));
        try {
            read(source, sql);
        } catch (SQLException e) {
            if (transaction.isOver(e)) {
                throw e;
            }
            facts.remove(source.fact());
            inTheMaking.remove(source.fact());
            nothingSeen(source, ServerErrors.reason(e), ServerErrors.hint(e, server.role(), sql));
        }
    }

    private void read(FactSource<?> source, FactSql sql) throws SQLException {
        if (sql.extension().isPresent()
                && transaction.schemaOf(sql.extension().get()).isEmpty()) {
            String extension = sql.extension().get();
            nothingSeen(
                    source,
                    "extension " + extension + " is not installed in this database",
                    "Run \"create extension " + extension + "\" in it, after adding " + extension
                            + " to shared_preload_libraries and restarting the server.");
            return;
        }
        begin(source, sql);
        Optional<FactSql> hidden = source.hiddenSql();
        if (hidden.isPresent()) {
            transaction.hidden(source.fact(), hidden.get()).ifPresent(gaps::add);
        }
    }

    /// The next fact is read while the last rows of this one are still mapped.
    private void begin(FactSource<?> source, FactSql sql) throws SQLException {
        if (source.fact().equals(StatementText.class)) {
            facts.put(StatementText.class, texts(sql));
        } else if (sql.isInPieces()) {
            facts.put(source.fact(), transaction.pieces(source.fact(), sql));
        } else {
            inTheMaking.put(source.fact(), transaction.records(source.fact(), sql));
        }
    }

    private void finish(Class<? extends Fact> fact) {
        Optional.ofNullable(inTheMaking.remove(fact)).ifPresent(records -> facts.put(fact, records.all()));
    }

    private List<StatementText> texts(FactSql sql) throws SQLException {
        finish(Statement.class);
        List<Statement> statements = facts.containsKey(Statement.class)
                ? new Snapshot(server.now(), facts, gaps).all(Statement.class)
                : List.of();
        Optional<List<StatementText>> known = texts.of(statements);
        if (known.isPresent()) {
            return known.get();
        }
        List<StatementText> read = transaction.rows(StatementText.class, sql);
        texts.remember(statements, read);
        return read;
    }

    private void nothingSeen(FactSource<?> source, String reason, @Nullable String hint) {
        gaps.add(new Gap(source.fact(), Gap.Extent.NOTHING_SEEN, reason, hint));
    }
}
