// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.testkit.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A twin from a snapshot file, its source long stopped, has everything that the source had.
class TwinTest {

    static Stream<Integer> majors() {
        return Servers.majors().stream();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void isLikeItsSource(int major) throws SQLException, IOException {
        Snapshot source = Originals.rich(major);
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            Comparison comparison = Comparison.of(source, Originals.of(twin));
            assertThat(twin.gaps())
                    .extracting(TwinGap::toString)
                    .containsExactly("privileges on 1 large objects: large objects are rows");
            assertThat(comparison.of(Area.SCHEMA))
                    .filteredOn(difference -> !difference.name().contains("large object"))
                    .isEmpty();
            assertThat(locals(Originals.of(twin))).isEqualTo(locals(source));
            assertThat(indexOrder(Originals.of(twin))).isEqualTo(indexOrder(source));
            assertThat(comparison.of(Area.ROLES)).isEmpty();
            assertThat(planning(comparison.of(Area.SETTINGS))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void hasTheSettingsAndPublicationsOfItsSource(int major) throws SQLException, IOException {
        Snapshot source = Originals.richServer(major);
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN))) {
            Comparison comparison = Comparison.of(source, Originals.of(twin));
            assertThat(twin.gaps()).isEmpty();
            assertThat(comparison.of(Area.SCHEMA)).isEmpty();
            assertThat(comparison.of(Area.ROLES)).isEmpty();
            assertThat(planning(comparison.of(Area.SETTINGS))).isEmpty();
            assertThat(comparison.of(Area.SETTINGS))
                    .extracting(Difference::name)
                    .noneMatch(name -> name.contains(" of role ") || name.contains("of every role"));
        }
    }

    /// Every table's columns that are its own, and not only its parent's.
    private static Map<String, List<String>> locals(Snapshot snapshot) {
        Map<String, List<String>> locals = new TreeMap<>();
        for (Table table : snapshot.all(Table.class)) {
            locals.put(
                    table.qualifiedName().toString(),
                    Relations.of(snapshot).of(table, Column.class).stream()
                            .filter(Column::local)
                            .map(Column::name)
                            .toList());
        }
        return locals;
    }

    /// Every table's indexes as the planner meets them.
    private static Map<String, List<String>> indexOrder(Snapshot snapshot) {
        Map<String, List<String>> order = new TreeMap<>();
        for (Table table : snapshot.all(Table.class)) {
            order.put(
                    table.qualifiedName().toString(),
                    Relations.of(snapshot).of(table, Index.class).stream()
                            .sorted(Comparator.comparingLong(Index::oid))
                            .map(Index::name)
                            .toList());
        }
        return order;
    }

    private static List<Difference> planning(List<Difference> settings) {
        return settings.stream()
                .filter(it -> it.kind().equals("database")
                        || it.name().matches("enable_.*|.*_cost|work_mem|.*parallel.*|jit.*|geqo.*"))
                .toList();
    }
}
