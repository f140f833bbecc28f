// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Difference.Added;
import dev.tickbird.model.comparison.Difference.Changed;
import dev.tickbird.model.comparison.Difference.Removed;
import dev.tickbird.model.schema.Function;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of object that a comparison knows: it comes, it goes, and each thing that is known of it changes.
class KindsTest {

    private static final Path APPROVED = Path.of(
            System.getProperty("tickbird.root"), "model/src/test/resources/dev/tickbird/model/comparison/kinds.txt");

    /// Without these, an object would be of no kind, point to itself, or have nothing that could change.
    private static final Map<String, Object> PARTICULARS =
            Map.of("oid", 9L, "how", "named", "hasUsing", true, "hasCheck", true);

    static Stream<Kind<?>> kinds() {
        return Stream.of(ObjectKinds.ALL, RelationKinds.ALL, PartKinds.ALL, RareKinds.ALL, ServerKinds.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysNothingOfEqualObjects(Kind<?> kind) {
        Sampled object = Sampled.of(kind);
        assertThat(Comparison.of(object.there(), object.there()).isSame()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysWhatCameAndWhatWent(Kind<?> kind) {
        Sampled object = Sampled.of(kind);
        assertThat(Comparison.of(object.away(), object.there()).differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        Added.class, added -> assertThat(added.kind()).isEqualTo(kind.word()));
        assertThat(Comparison.of(object.there(), object.away()).differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        Removed.class, removed -> assertThat(removed.kind()).isEqualTo(kind.word()));
    }

    @Test
    void saysWhatBecomesOfEachComponent() throws IOException {
        String said =
                kinds().map(kind -> kind.word() + '\n' + lines(kind)).distinct().collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("tickbird.accept")) {
            Files.createDirectories(APPROVED.getParent());
            Files.writeString(APPROVED, said);
        }
        assertThat(said).isEqualTo(Files.readString(APPROVED));
    }

    private static String lines(Kind<?> kind) {
        Sampled object = Sampled.of(kind);
        return Arrays.stream(kind.fact().getRecordComponents())
                .map(component -> "  " + component.getName() + ": " + effect(object, component) + '\n')
                .collect(Collectors.joining());
    }

    private static String effect(Sampled object, RecordComponent component) {
        Sampled other = object.otherwise(component);
        String words = words(object, other);
        if (words.isEmpty()) { // null may mean that it is not known
            words = words(other, other.otherwise(component));
        }
        return words.isEmpty() ? "nothing" : words;
    }

    private static String words(Sampled before, Sampled after) {
        return Comparison.of(before.there(), after.there()).differences().stream()
                .map(KindsTest::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Difference difference) {
        return switch (difference) {
            case Added added -> added.kind() + " came";
            case Removed removed -> removed.kind() + " went";
            case Changed changed ->
                changed.changes().stream()
                        .map(change -> "\"" + change.property() + "\" changed")
                        .collect(Collectors.joining(", "));
        };
    }

    /// An object of a kind, among what it belongs to.
    private record Sampled(Record object, List<Fact> around) {

        static Sampled of(Kind<?> kind) {
            return new Sampled(chosen(kind), around(kind));
        }

        Snapshot away() {
            return Snapshots.of(around.toArray(Fact[]::new));
        }

        Snapshot there() {
            return Snapshots.empty()
                    .with(around.toArray(Fact[]::new))
                    .with((Fact) object)
                    .build();
        }

        Sampled otherwise(RecordComponent component) {
            return new Sampled(Sample.otherwise(object, component), around);
        }

        /// The first record that is of this kind and not of another that shares its fact.
        private static <F extends Fact> Record chosen(Kind<F> kind) {
            Record usual = Sample.of(kind.fact().asSubclass(Record.class), PARTICULARS);
            return Stream.concat(Stream.of(usual), variants(usual))
                    .filter(record -> kind.chosen().test(kind.fact().cast(record)))
                    .findFirst()
                    .orElseThrow();
        }

        private static Stream<Record> variants(Record usual) {
            return Arrays.stream(usual.getClass().getRecordComponents())
                    .filter(component -> component.getType().isEnum())
                    .flatMap(component -> Arrays.stream(component.getType().getEnumConstants())
                            .map(constant -> Sample.with(usual, component.getName(), constant)));
        }

        private static List<Fact> around(Kind<?> kind) {
            return kind.word().equals("aggregate definition")
                    ? List.of(Sample.of(Function.class, Map.of("oid", 9L, "kind", Function.Kind.AGGREGATE)))
                    : kind.needs().stream()
                            .<Fact>map(fact -> (Fact) Sample.of(fact.asSubclass(Record.class), Map.of("oid", 1L)))
                            .toList();
        }
    }
}
