// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every `.sql` file must look like.
class FactFilesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("tickbird.root"), "observe/src/main/resources/dev/tickbird/observe/facts");

    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatItTellsWhatItNeedsAndWhatItCosts(String file) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        assertThat(lines.get(0)).matches("-- what:  \\S.*");
        assertThat(lines.get(1)).matches("-- needs: \\S.*");
        assertThat(lines.get(2)).matches("-- cost:  \\S.*");
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotMatch(".*\\s"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isOrderedOrOneRow(String file) throws IOException {
        String sql = Files.readString(FOLDER.resolve(file));
        assertThat(sql).containsPattern("(?m)(^order by )|(one row$)");
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesItsColumnsAndQualifiesItsCatalogs(String file) throws IOException {
        String sql = Files.readString(FOLDER.resolve(file)).replaceAll("--.*", "");
        assertThat(sql).doesNotContain("select *");
        assertThat(sql.replaceAll("(from|join) pg_stat_statements(_info)?\\(", ""))
                .doesNotContainPattern("\\b(from|join) pg_(?!catalog\\.)[a-z_]+ (as|on|where)");
    }

    /// One statement that `psql -f` runs as it is: no parameter, no variable of psql's, no command of psql's.
    @ParameterizedTest
    @MethodSource("files")
    void isOneStatementThatPsqlRunsAsItIs(String file) throws IOException {
        String sql = QUOTED_OR_COMMENT
                .matcher(Files.readString(FOLDER.resolve(file)))
                .replaceAll("")
                .strip();
        assertThat(sql)
                .matches("(?s)(select|with)\\b.*")
                .doesNotContain(";", "?", "\\", "{", "}")
                .doesNotContainPattern("\\$\\w|\\$\\$")
                .doesNotContainPattern("(?<!:):[\\w'\"{]");
    }

    @Test
    void belongsToAFact() throws IOException {
        Set<String> names = Observatory.sources().map(FactSource::name).collect(Collectors.toSet());
        assertThat(files()).allSatisfy(file -> {
            assertThat(file).matches("[a-z_]+(\\.pg1[5-8]|\\.hidden)?\\.sql");
            assertThat(names).contains(file.substring(0, file.indexOf('.')));
        });
        assertThat(Observatory.sources())
                .allSatisfy(source -> assertThat(source.firstMajor()).isLessThanOrEqualTo(FactSource.NEWEST_MAJOR));
    }

    @Test
    void isListedByRoomAndName() {
        assertThat(Observatory.sources().map(source -> source.fact().getName()))
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void needsTheExtensionThatItReads() throws IOException {
        for (String file : files()) {
            FactSql sql = new FactSql(Files.readString(FOLDER.resolve(file)));
            assertThat(sql.extension().isPresent())
                    .as(file)
                    .isEqualTo(sql.text().contains("from pg_stat_statements"));
        }
    }
}
