// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.HostWork;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.RulePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nobody on a service is told to edit a file, restart the server or be superuser without being told how.
class ManagedServicesTest {

    /// Words by which a person is sent to the host.
    private static final Pattern ASKS_FOR_THE_HOST = Pattern.compile(
            "pg_hba|pg_ident|\\.conf\\b|\\brestart\\b|as a superuser|superuser may|pg_reload_conf|alter system|pg_ctl"
                    + "|systemctl|data folder|\\bpg_wal\\b|[Ii]nstall the package|server's log|pg_upgrade",
            Pattern.CASE_INSENSITIVE);

    /// Words that only look so: a sequence's, and a promise that a service's customers are told they cannot make.
    private static final Pattern ONLY_SO_CALLED = Pattern.compile("restart with|On a server of your own");

    @Test
    void haveAnAnswerToEverything() {
        for (HostWork work : HostWork.values()) {
            assertThat(work.on(Edition.SELF_HOSTED)).isEmpty();
            Stream.of(Edition.values())
                    .filter(edition -> edition != Edition.SELF_HOSTED)
                    .forEach(edition -> assertThat(work.on(edition))
                            .as("%s on %s", work, edition)
                            .endsWith(".")
                            .doesNotContain("in ,", "  "));
        }
    }

    @Test
    void answerTheAdviceOfEveryRule() {
        List<String> advice =
                rulesOffTheHost().flatMap(ManagedServicesTest::advice).toList();
        assertThat(advice).hasSizeGreaterThan(100);
        assertThat(advice)
                .filteredOn(ManagedServicesTest::asksForTheHost)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(HostWork.namedIn(it)).isNotEmpty());
    }

    @Test
    void answerThePageOfEveryRule() {
        assertThat(rulesOffTheHost().toList())
                .filteredOn(rule -> asksForTheHost(cure(rule)))
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(RulePage.of(rule).hostWork()).isNotEmpty());
    }

    private static Stream<Rule> rulesOffTheHost() {
        return Catalogue.rules().stream().filter(rule -> !rule.needs().host());
    }

    private static boolean asksForTheHost(String text) {
        return ASKS_FOR_THE_HOST.matcher(text).find()
                && !ONLY_SO_CALLED.matcher(text).find();
    }

    private static String cure(Rule rule) {
        return RulePage.of(rule)
                .text()
                .split("\n## Cure\n", 2)[1]
                .split("\n## ", 2)[0]
                .replaceAll("\\s+", " ");
    }

    /// As the rule's cases have approved it. A title that begins so is followed by the identity.
    private static Stream<String> advice(Rule rule) {
        Path cases = Repository.ROOT.resolve("rules/src/test/cases").resolve(rule.slug());
        try (Stream<Path> files = Files.list(cases)) {
            return files
                    .filter(file -> file.toString().endsWith(".approved"))
                    .flatMap(file -> advice(lines(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> advice(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).matches("(advice|step): .*"))
                .filter(i -> i + 1 == lines.size() || !lines.get(i + 1).startsWith("identity: "))
                .mapToObj(lines::get);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
