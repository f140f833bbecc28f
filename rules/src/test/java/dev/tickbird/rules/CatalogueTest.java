// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One name, one class, one page, one set of cases.
class CatalogueTest {

    private static final List<String> HEADINGS = List.of(
            "## Why it matters", "## Confirm it yourself", "## Cure", "## When to leave it alone", "## References");

    @Test
    void isSortedAndNotSmall() {
        assertThat(Catalogue.slugs()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPageWithAllHeadings(Rule rule) {
        RulePage page = RulePage.of(rule);
        assertThat(page.summary()).isNotBlank().endsWith(".");
        assertThat(page.text().lines().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(HEADINGS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasCasesThatFireAndCasesThatDoNot(Rule rule) throws IOException {
        List<String> names =
                RuleCasesTest.casesOf(rule).stream().map(it -> it.name()).toList();
        assertThat(names).anyMatch(name -> name.startsWith("fires")).anyMatch(name -> name.startsWith("silent"));
        assertThat(names).allMatch(name -> name.matches("(fires|silent|blind)(_[a-z0-9_]+)?"));
    }

    @Test
    void everyFolderOfCasesBelongsToARule() throws IOException {
        try (Stream<Path> folders = Files.list(RuleCasesTest.CASES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Catalogue.slugs());
        }
    }

    @Test
    void everyRuleOfThePackagesIsRegistered() throws IOException {
        Path sources = Path.of(System.getProperty("tickbird.root"), "rules/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> written = files.filter(CatalogueTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(Catalogue.rules())
                    .extracting(rule -> rule.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyThresholdHasADefaultAndCanBeSet(Rule rule) {
        assertThat(Thresholds.with(rule, java.util.Map.of())).isEqualTo(rule);
    }

    static List<Rule> rules() {
        return Catalogue.rules();
    }

    private static boolean isRule(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains(" implements Rule {");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
