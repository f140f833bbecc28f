// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.server.Setting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every `.sql` file on every major version it is for.
@Timeout(60)
class FactsTest {

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final String SECRET = "verysecret";

    /// What nobody does on a quiet server, or only a second server would do.
    private static final Set<String> QUIET = Set.of(
            "analyze_progress",
            "base_backup_progress",
            "cluster_progress",
            "copy_progress",
            "edition_evidence",
            "index_build_progress",
            "replicas",
            "subscription_workers",
            "temporary_files",
            "vacuum_progress",
            "wal_receiver");

    static List<Integer> majors() {
        return IntStream.rangeClosed(FactSource.OLDEST_MAJOR, FactSource.NEWEST_MAJOR)
                .boxed()
                .filter(major -> List.of(System.getProperty("tickbird.majors", "14,15,16,17,18")
                                .split(","))
                        .contains(String.valueOf(major)))
                .toList();
    }

    static Stream<Arguments> factsByMajor() {
        return majors().stream()
                .flatMap(major -> Observatory.sources()
                        .filter(source -> source.sql(major).isPresent())
                        .map(source -> Arguments.of(major, source)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("factsByMajor")
    void fillsARecordFromEveryRowInTime(int major, FactSource<?> source) throws SQLException {
        String database = ofTheServer(source) ? "rich" : "shapes";
        try (Connection connection = RichServers.connect(RichServers.of(major), database, "postgres");
                ReadTransaction transaction = ReadTransaction.begin(connection, BUDGET)) {
            long[] rows = new long[2];
            transaction.read(source.sql(major).orElseThrow(), result -> {
                RecordMapper<?> mapper = new RecordMapper<>(source.fact(), result.getMetaData());
                while (result.next()) {
                    rows[0]++;
                    rows[1] += mapper.map(mapper.fetch(result)).isPresent() ? 1 : 0;
                }
                return rows;
            });
            assertThat(rows[1]).as("rows that became records").isEqualTo(rows[0]);
            if (!QUIET.contains(source.name())) {
                assertThat(rows[0]).as("rows").isPositive();
            }
            if (source.hiddenSql().isPresent()) {
                assertThat(transaction.hidden(source.fact(), source.hiddenSql().get()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void readsInATransactionThatCannotWrite(int major) throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(major), "rich", "postgres");
                ReadTransaction transaction = ReadTransaction.begin(connection, BUDGET)) {
            assertThat(answer(connection, "show transaction_read_only")).isEqualTo("on");
            assertThat(answer(connection, "show transaction_isolation")).isEqualTo("repeatable read");
            assertThat(answer(connection, "show lock_timeout")).isEqualTo("1s");
            assertThat(answer(connection, "show search_path")).isEqualTo("pg_catalog");
            transaction.rows(
                    dev.tickbird.model.statistics.Statement.class,
                    Observatory.source(dev.tickbird.model.statistics.Statement.class)
                            .sql(major)
                            .orElseThrow());
            assertThat(answer(connection, "show search_path")).isEqualTo("pg_catalog");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void seesEverythingAsSuperuserAndNoSecret(int major) throws SQLException {
        Snapshot snapshot = observed(major, "postgres");
        assertThat(snapshot.gaps().stream().map(Gap::reason).filter(reason -> !reason.contains("does not have it")))
                .isEmpty();
        for (Class<? extends Fact> fact : snapshot.observed()) {
            assertThat(snapshot.all(fact).toString()).as(fact.getSimpleName()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void givesAReasonForWhatAnOrdinaryRoleDoesNotSee(int major) throws SQLException {
        Snapshot snapshot = observed(major, "plain");
        Set<String> gaps = gapsOfTheServer(snapshot, Gap.Extent.NOTHING_SEEN, major);
        assertThat(gaps)
                .isSubsetOf(
                        "hba_lines",
                        "ident_lines",
                        "replication_origins",
                        "role_passwords",
                        "settings_file_lines",
                        "temporary_files",
                        "wal_directory")
                .contains("hba_lines", "wal_directory");
        assertThat(gapsOfTheServer(snapshot, Gap.Extent.PARTLY_SEEN, major))
                .contains("column_statistics", "settings", "statements", "statement_texts", "tablespaces");
        assertThat(snapshot.gaps()).allSatisfy(gap -> assertThat(gap.reason()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void seesMoreAsMonitor(int major) throws SQLException {
        Snapshot snapshot = observed(major, "watcher");
        assertThat(gapsOfTheServer(snapshot, Gap.Extent.NOTHING_SEEN, major))
                .isSubsetOf("hba_lines", "ident_lines", "replication_origins", "role_passwords", "settings_file_lines");
        assertThat(gapsOfTheServer(snapshot, Gap.Extent.PARTLY_SEEN, major))
                .isSubsetOf(
                        "column_statistics",
                        "column_ends",
                        "extended_statistics_data",
                        "expression_statistics",
                        "index_metapages",
                        "values_ahead");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void waitsForNobodyWhoLocksATableOrGivesUpSoon(int major) throws SQLException {
        try (Connection holder = RichServers.connect(RichServers.of(major), "rich", "postgres");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table shop.customer, shop.parent in access exclusive mode");
            Snapshot snapshot = observed(major, "postgres");
            assertThat(gapsOfTheServer(snapshot, Gap.Extent.NOTHING_SEEN, major)) // its view asks for the texts
                    .isSubsetOf("expression_statistics");
            assertThat(gapsOfTheServer(snapshot, Gap.Extent.PARTLY_SEEN, major)).contains("relation_sizes");
            holder.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void describesEveryIndexButThoseOfALockedTable(int major) throws SQLException {
        List<Index> all = observed(major, "postgres").all(Index.class);
        try (Connection holder = RichServers.connect(RichServers.of(major), "rich", "postgres");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table shop.customer in access exclusive mode");
            Snapshot snapshot = observed(major, "postgres");
            assertThat(snapshot.all(Index.class)).filteredOn(Index::isDescribed).hasSize(all.size() - 2);
            assertThat(snapshot.all(Index.class))
                    .filteredOn(index -> !index.isDescribed())
                    .extracting(Index::name, Index::expressions, Index::predicate)
                    .containsExactly(tuple("customer_lower_idx", "", null), tuple("customer_pkey", null, null));
            assertThat(snapshot.gap(Index.class).orElseThrow().reason())
                    .isEqualTo("2 definitions of indexes were not read: locked exclusively is table shop.customer");
            holder.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void showsAnOrdinaryRoleEverySettingThatIsNotConfidential(int major) throws SQLException {
        List<String> all = settings(observed(major, "postgres"));
        assertThat(settings(observed(major, "plain")))
                .containsExactlyElementsOf(all.stream()
                        .filter(name -> !Setting.isConfidential(name))
                        .toList());
    }

    private static List<String> settings(Snapshot snapshot) {
        return snapshot.all(Setting.class).stream().map(Setting::name).toList();
    }

    private static Snapshot observed(int major, String role) throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(major), "rich", role)) {
            List<Class<? extends Fact>> all = Observatory.sources()
                    .<Class<? extends Fact>>map(FactSource::fact)
                    .toList();
            return Observer.observe(connection, all, BUDGET, fact -> {});
        }
    }

    private static Set<String> gapsOfTheServer(Snapshot snapshot, Gap.Extent extent, int major) {
        return snapshot.gaps().stream()
                .filter(gap -> gap.extent() == extent)
                .map(gap -> Observatory.source(gap.fact()))
                .filter(source -> source.sql(major).isPresent())
                .filter(FactsTest::ofTheServer)
                .map(FactSource::name)
                .collect(Collectors.toSet());
    }

    /// Whether `rich_server.sql` makes rows for it, not `rich_schema.sql`.
    private static boolean ofTheServer(FactSource<?> source) {
        return Arrays.asList("activity", "replication", "server", "statistics")
                .contains(source.fact().getPackageName().replaceFirst(".*\\.", ""));
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getString(1);
        }
    }
}
