// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ObserverTest {

    private static final List<Class<? extends Fact>> STATEMENTS =
            List.of(Statement.class, StatementText.class, StatementsInfo.class);

    @Test
    void readsTextsAgainOnlyWhenThereAreNewStatements() throws SQLException {
        EmbeddedServer server = RichServers.of(16);
        try (Connection watched = RichServers.connect(server, "rich", "postgres");
                Connection user = RichServers.connect(server, "rich", "postgres")) {
            Observer observer = observer(watched);
            observer.observe(STATEMENTS);
            observer.observe(STATEMENTS); // sees the statements of the first
            StatementText[] settled = texts(observer.observe(STATEMENTS));
            assertThat(texts(observer.observe(STATEMENTS)))
                    .usingElementComparator(ObserverTest::same)
                    .isEqualTo(settled);

            RichServers.run(user, "select 'sunflower' as plant, count(*) from shop.parent");
            assertThat(texts(observer.observe(STATEMENTS)))
                    .anySatisfy(text -> assertThat(text.text()).startsWith("select $1 as plant"));
        }
    }

    @Test
    void seesTheSameStatementsInBothFacts() throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(18), "rich", "postgres")) {
            Snapshot snapshot = observer(connection).observe(STATEMENTS);
            assertThat(snapshot.all(StatementText.class).stream()
                            .map(StatementText::queryId)
                            .collect(Collectors.toSet()))
                    .containsAll(snapshot.all(Statement.class).stream()
                            .map(Statement::queryId)
                            .toList());
        }
    }

    /// PostgreSQL 18 leaves out the comment in front of a statement, older ones do not.
    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void leavesNoStatementsBehindOrKnowsThemAgain(int major) throws SQLException {
        EmbeddedServer server = RichServers.of(major);
        try (Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            RichServers.run(connection, "create database quiet");
        }
        try (Connection superuser = RichServers.connect(server, "quiet", "postgres");
                Connection watcher = RichServers.connect(server, "quiet", "watcher")) {
            RichServers.run(superuser, "create extension pg_stat_statements");
            observer(superuser)
                    .observe(Observatory.sources()
                            .<Class<? extends Fact>>map(FactSource::fact)
                            .toList());
            assertThat(reads(superuser)).isEmpty();

            observer(watcher).observe(STATEMENTS);
            assertThat(reads(superuser)).isNotEmpty().allMatch(StatementText::isOwn);
        }
    }

    /// What was asked of the catalogs of its database.
    private static List<StatementText> reads(Connection connection) throws SQLException {
        Snapshot snapshot = observer(connection).observe(List.of(Statement.class, StatementText.class, Database.class));
        long here = snapshot.all(Database.class).stream()
                .filter(database -> database.name().equals("quiet"))
                .findFirst()
                .orElseThrow()
                .oid();
        Set<Long> asked = snapshot.all(Statement.class).stream()
                .filter(statement -> statement.database() == here)
                .map(Statement::queryId)
                .collect(Collectors.toSet());
        return snapshot.all(StatementText.class).stream()
                .filter(text -> asked.contains(text.queryId()))
                .filter(text ->
                        text.text().contains("pg_catalog.") || text.text().contains("pg_stat_statements("))
                .toList();
    }

    @Test
    void saysThatAnExtensionIsMissing() throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(18), "postgres", "postgres")) {
            Gap gap = observer(connection)
                    .observe(STATEMENTS)
                    .gap(Statement.class)
                    .orElseThrow();
            assertThat(gap.extent()).isEqualTo(Gap.Extent.NOTHING_SEEN);
            assertThat(gap.reason()).isEqualTo("extension pg_stat_statements is not installed in this database");
            assertThat(gap.hint()).contains("create extension pg_stat_statements");
        }
    }

    @Test
    void saysThatAnExtensionIsNotLoaded() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(18).withTcp());
                Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            RichServers.run(connection, "create extension pg_stat_statements");
            Gap gap = observer(connection)
                    .observe(STATEMENTS)
                    .gap(Statement.class)
                    .orElseThrow();
            assertThat(gap.reason()).contains("must be loaded via");
            assertThat(gap.hint()).contains("restart the server");
        }
    }

    @Test
    void readsTheStatementsOfAnExtensionThatWasNeverUpdated() throws SQLException {
        EmbeddedServer server = RichServers.of(18);
        try (Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            RichServers.run(connection, "create database legacy");
        }
        try (Connection connection = RichServers.connect(server, "legacy", "postgres")) {
            RichServers.run(connection, "create extension pg_stat_statements version '1.4'; select 1");
            Snapshot snapshot = observer(connection).observe(STATEMENTS);
            assertThat(snapshot.all(Statement.class)).isNotEmpty().allSatisfy(statement -> {
                assertThat(statement.walBytes()).isNull();
                assertThat(statement.totalMillis()).isNotNegative();
            });
            assertThat(snapshot.gap(StatementsInfo.class).orElseThrow().hint()).contains("alter extension");
            for (String version : List.of("1.8", "1.9", "1.10", "1.11")) {
                connection.setAutoCommit(true); // the observer has taken it over
                RichServers.run(connection, "alter extension pg_stat_statements update to '" + version + "'; select 1");
                Snapshot updated = observer(connection).observe(STATEMENTS);
                assertThat(updated.all(Statement.class))
                        .as(version)
                        .isNotEmpty()
                        .allSatisfy(
                                statement -> assertThat(statement.walBytes()).isNotNull());
                assertThat(updated.gap(StatementsInfo.class).isPresent())
                        .as("information of " + version)
                        .isEqualTo(version.equals("1.8"));
            }
        }
    }

    private static Observer observer(Connection connection) {
        return new Observer(connection, Duration.ofSeconds(5), fact -> {});
    }

    private static StatementText[] texts(Snapshot snapshot) {
        return snapshot.all(StatementText.class).toArray(StatementText[]::new);
    }

    @SuppressWarnings("ReferenceEquality") // that is the question
    private static int same(StatementText one, StatementText other) {
        return one == other ? 0 : 1;
    }
}
