// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.testkit.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
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

    private static List<Difference> planning(List<Difference> settings) {
        return settings.stream()
                .filter(it -> it.kind().equals("database")
                        || it.name().matches("enable_.*|.*_cost|work_mem|.*parallel.*|jit.*|geqo.*"))
                .toList();
    }
}
