// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFileTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("shop.tickbird");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesBackEveryFact(long seed) {
        Snapshot snapshot = random(new Random(seed));
        SnapshotFile.write(snapshot, file);
        assertSame(SnapshotFile.read(file), snapshot);
    }

    @Test
    void isTheSameForTheSameSnapshot() throws Exception {
        SnapshotFile.write(random(new Random(7)), file);
        byte[] first = Files.readAllBytes(file);
        SnapshotFile.write(random(new Random(7)), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void belongsToItsOwnerAlone() throws Exception {
        SnapshotFile.write(empty(), file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void canBeReadByAnybodyWithZcat() throws Exception {
        SnapshotFile.write(
                new Snapshot(NOON, Map.of(RelationSize.class, List.of(new RelationSize(1, 2, 3))), List.of()), file);
        assertThat(json())
                .isEqualTo("{\"tickbird\":\"0.1.0\",\"format\":1,\"takenAt\":\"2026-01-31T12:00:00.123456Z\","
                        + "\"facts\":{\"relation_sizes\":[{\"oid\":1,\"pages\":2,\"bytes\":3}]},\"gaps\":[]}");
    }

    @Test
    void bearsTheVersionOfTheProject() throws Exception {
        Path pom = Path.of(System.getProperty("tickbird.root"), "pom.xml");
        assertThat(Files.readString(pom)).contains("<version>" + Version.NUMBER + "</version>");
    }

    @Test
    void holdsManyColumns() {
        List<Column> columns = IntStream.range(0, 200_000)
                .mapToObj(i -> new Column(
                        i / 20,
                        i % 20,
                        "column_" + i % 300,
                        "text",
                        "text",
                        25,
                        -1,
                        false,
                        false,
                        "",
                        "",
                        null,
                        "x",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        true))
                .toList();
        SnapshotFile.write(new Snapshot(NOON, Map.of(Column.class, columns), List.of()), file);
        assertThat(SnapshotFile.read(file).all(Column.class)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rows":5            | "rows":"5"            | record 1 of fact tables: "rows" has a value of the wrong kind
            "rows":5            | "rows":99999999999999999999 | record 1 of fact tables: "rows" has a value of the wrong kind
            "rows":5            | "rows":5.5            | record 1 of fact tables: "rows" has a value of the wrong kind
            "rows":5            | "rows":null           | record 1 of fact tables: "rows" is null
            "rows":5,           |                       | a record of fact tables is not complete
            "name":"orders"     | "name":7              | record 1 of fact tables: "name" has a value of the wrong kind
            "name":"orders"     | "name":{"a":[1]}      | record 1 of fact tables: "name" has a value of the wrong kind
            "kind":"ORDINARY"   | "kind":"ODD"          | record 1 of fact tables: "kind" has a value of the wrong kind
            "options":["a=1"]   | "options":[1]         | record 1 of fact tables: "options" has a value of the wrong kind
            "partition":false   | "partition":0         | record 1 of fact tables: "partition" has a value of the wrong kind
            "tables":[{         | "tables":[[],{        | record 1 of fact tables: it is no object
            "tables":[          | "tables":{"a":[       | fact tables is no list
            "gaps":[            | "gaps":7,"x":[        | its gaps are no list
            "format":1          | "format":"1"          | its format is no number
            "format":1,         |                       | it does not say its format
            "takenAt":"2026     | "takenAt":"x          | "takenAt" is no time
            "takenAt"           | "taken"               | it does not say when it was taken
            {"tickbird"         | [{"tickbird"          | it does not begin with an object
            """)
    void isDamaged(String right, String wrong, String how) throws Exception {
        SnapshotFile.write(oneTable(), file);
        change(json -> json.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong));
        assertThat(failure().message()).isEqualTo("snapshot file \"" + file + "\" is damaged: " + how);
    }

    @Test
    void isDamagedWhenItEndsTooEarlyWhereverThatIs() throws Exception {
        SnapshotFile.write(oneTable(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(failure().message())
                    .as("%d bytes", length)
                    .startsWith("snapshot file \"" + file + "\" is damaged: ");
        }
    }

    @Test
    void isDamagedWhenAnyByteIsChanged() throws Exception {
        SnapshotFile.write(oneTable(), file);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 10; at < whole.length; at++) { // after the header of gzip, of which not all matters
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(failure()).as("byte %d", at).isNotNull();
        }
    }

    @Test
    void isDamagedWhenTextFollows() throws Exception {
        SnapshotFile.write(oneTable(), file);
        change(json -> json + "{}");
        assertThat(failure().message()).endsWith("something follows its end");
    }

    @Test
    void isTooNew() throws Exception {
        SnapshotFile.write(oneTable(), file);
        change(json -> json.replace("\"format\":1", "\"format\":2")
                .replace("0.1.0", "3.2.1")
                .replace("tables", "["));
        assertThat(failure().message()).endsWith("has format 2, but Tickbird 0.1.0 reads formats up to 1");
        assertThat(failure().hint()).startsWith("Use Tickbird 3.2.1 or newer");
    }

    @Test
    void mayHoldMoreThanWeKnow() throws Exception {
        SnapshotFile.write(oneTable(), file);
        change(json -> json.replace("\"facts\":{", "\"more\":[{}],\"facts\":{\"novelties\":[{\"a\":{\"b\":1}}],")
                .replace("\"rows\":5", "\"rows\":5,\"novelty\":{\"a\":[1]}")
                .replace(
                        "\"gaps\":[",
                        "\"gaps\":[{\"fact\":\"novelties\",\"extent\":\"PARTLY_SEEN\",\"reason\":\"x\"}"));
        assertThat(SnapshotFile.read(file).all(Table.class))
                .isEqualTo(oneTable().all(Table.class));
    }

    @Test
    void saysWhatAnOlderTickbirdDidNotWrite() throws Exception {
        SnapshotFile.write(oneTable(), file);
        change(json -> json.replace("\"rows\":5,", "").replace("0.1.0", "0.0.9"));
        Snapshot snapshot = SnapshotFile.read(file);
        assertThat(snapshot.observed()).isEmpty();
        assertThat(snapshot.gap(Table.class).orElseThrow().reason())
                .isEqualTo("the snapshot file was written by Tickbird 0.0.9 and does not hold it");
        assertThat(snapshot.gap(Role.class)).isPresent();
    }

    @Test
    void isNoSnapshotFile() throws Exception {
        Files.writeString(file, "PGDMP something else");
        assertThat(failure().message()).isEqualTo("\"" + file + "\" is not a snapshot file");
        Files.writeString(file, "");
        assertThat(failure().message()).isEqualTo("snapshot file \"" + file + "\" is empty");
        Files.delete(file);
        assertThat(failure().message()).isEqualTo("snapshot file \"" + file + "\" does not exist");
        Files.createDirectory(file);
        assertThat(failure().message()).isEqualTo("\"" + file + "\" is a folder, not a snapshot file");
    }

    @Test
    void cannotBeWrittenWhereNothingCan() throws Exception {
        assertThat(writeFailure(folder.resolve("missing/shop.tickbird"))).endsWith(": no such folder");
        assertThat(writeFailure(folder)).endsWith(": it is a folder");
        Path plain = Files.createFile(folder.resolve("plain"));
        assertThat(writeFailure(plain.resolve("shop.tickbird"))).startsWith("could not write snapshot file");
    }

    private TickbirdException failure() {
        return catchThrowableOfType(TickbirdException.class, () -> SnapshotFile.read(file));
    }

    private static String writeFailure(Path where) {
        return catchThrowableOfType(TickbirdException.class, () -> SnapshotFile.write(empty(), where))
                .message();
    }

    private void change(UnaryOperator<String> change) throws IOException {
        String changed = change.apply(json());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }

    private String json() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.takenAt()).isEqualTo(expected.takenAt());
        assertThat(actual.gaps()).isEqualTo(expected.gaps());
        assertThat(actual.observed()).isEqualTo(expected.observed());
        for (Class<? extends Fact> fact : expected.observed()) {
            assertThat(actual.all(fact)).as(fact.getSimpleName()).isEqualTo(expected.all(fact));
        }
    }

    private static Snapshot empty() {
        return new Snapshot(NOON, Map.of(), List.of());
    }

    private static Snapshot oneTable() {
        Table table = new Table(
                1,
                "public",
                "orders",
                Table.Kind.ORDINARY,
                Table.Persistence.PERMANENT,
                "ann",
                null,
                false,
                false,
                false,
                Table.ReplicaIdentity.DEFAULT,
                5,
                1,
                0,
                7L,
                null,
                null,
                "heap",
                null,
                List.of("a=1"),
                List.of(),
                null,
                null,
                true,
                null);
        return new Snapshot(NOON, Map.of(Table.class, List.of(table)), List.of());
    }

    /// A snapshot of every fact but one, with values from all corners.
    private static Snapshot random(Random random) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        List<Gap> gaps = new ArrayList<>();
        Observatory.sources().forEach(source -> {
            if (source.fact().equals(Session.class)) {
                gaps.add(new Gap(source.fact(), Gap.Extent.NOTHING_SEEN, "permission denied", null));
            } else {
                facts.put(source.fact(), records(source.fact(), random));
            }
        });
        gaps.add(new Gap(Role.class, Gap.Extent.PARTLY_SEEN, "2 are hidden", "Run as a superuser."));
        return new Snapshot(NOON, facts, gaps);
    }

    private static <F extends Fact> List<F> records(Class<F> fact, Random random) {
        RecordComponent[] components = fact.getRecordComponents();
        List<F> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(RecordMapper.make(
                    RecordMapper.constructor(fact, components),
                    Arrays.stream(components)
                            .map(component -> RecordMapper.isNullable(component) && random.nextBoolean()
                                    ? null
                                    : value(component.getGenericType(), random))
                            .toArray()));
        }
        return records;
    }

    private static Object value(Type type, Random random) {
        if (type instanceof ParameterizedType generic) {
            return Collections.nCopies(random.nextInt(3), value(generic.getActualTypeArguments()[0], random));
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isEnum()) {
            return simple.getEnumConstants()[random.nextInt(simple.getEnumConstants().length)];
        }
        return switch (simple.getSimpleName()) {
            case "boolean", "Boolean" -> random.nextBoolean();
            case "int", "Integer" ->
                List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE).get(random.nextInt(4));
            case "long", "Long" ->
                List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE).get(random.nextInt(4));
            case "double", "Double" ->
                List.of(0.1, -1.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY)
                        .get(random.nextInt(5));
            case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L);
            case "String" ->
                List.of("", "orders", "Größe \"x\" \\ \n\t\u0001", "🐦", "it's").get(random.nextInt(5));
            default -> throw new AssertionError("a fact has a component of type " + simple);
        };
    }
}
