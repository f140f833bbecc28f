// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents name exists. (What they show to be typed is tried by {@link CommandsTest}.)
class DocsTest {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]+[A-Za-z]*)(#\\w+|\\.[A-Z]\\w+)?");

    /// Words in code style that look like our classes and are PostgreSQL's, Java's or a template's.
    private static final Set<String> FOREIGN =
            Set.of("ShareUpdateExclusiveLock", "AccessShareLock", "AccessExclusiveLock", "DuplicateIndex", "System");

    static List<Path> pages() {
        return Repository.pages();
    }

    static List<Path> writtenPages() {
        return Repository.writtenPages();
    }

    static List<Path> decisions() {
        return Repository.pages().stream()
                .filter(page -> page.startsWith("docs/adr"))
                .filter(page -> !page.endsWith("README.md"))
                .toList();
    }

    @Test
    void areAllSeen() {
        assertThat(pages()).hasSizeGreaterThan(30);
    }

    @Test
    void readmeIsShort() {
        assertThat(Repository.text(Path.of("README.md")).lines().count()).isLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        String text = FENCE.matcher(Repository.text(page)).replaceAll("");
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            String target = link.group(1);
            if (!target.matches("[a-z]+:.*")) {
                assertThat(leadsSomewhere(page, target))
                        .as(page + " links to " + target)
                        .isTrue();
            }
        }
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(Repository.ROOT.resolve(file))) {
            return false;
        }
        return parts.length == 1 || anchors(file).anyMatch(parts[1]::equals);
    }

    /// As GitHub makes them of headings.
    private static Stream<String> anchors(Path page) {
        String text = FENCE.matcher(Repository.text(page)).replaceAll("");
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'));
    }

    @ParameterizedTest
    @MethodSource("writtenPages")
    void pathsExist(Path page) {
        Set<String> top = Stream.of(
                        "model", "observe", "rules", "server", "lab", "app", "testkit", "bench", "docs", ".ci")
                .collect(Collectors.toSet());
        for (String code : codes(page)) {
            boolean isPath = code.matches("[\\w.*-]+(/[\\w.*-]*)+") && top.contains(code.split("/")[0]);
            if (isPath || code.matches("(\\./)?(tickbird|dev)")) {
                assertThat(exists(code)).as(page + " names path " + code).isTrue();
            }
        }
    }

    private static boolean exists(String path) {
        String plain = path.replaceFirst("^\\./", "").replaceFirst("/$", "");
        if (!plain.contains("*")) {
            return Files.exists(Repository.ROOT.resolve(plain));
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
        return Repository.walk(plain.split("/")[0]).stream()
                .anyMatch(file -> matcher.matches(Repository.ROOT.relativize(file)));
    }

    @ParameterizedTest
    @MethodSource("writtenPages")
    void classesExist(Path page) {
        for (String code : codes(page)) {
            var matcher = CLASS.matcher(code);
            if (matcher.matches() && !FOREIGN.contains(matcher.group(1))) {
                List<Path> files = files(matcher.group(1) + ".java");
                assertThat(files).as(page + " names class " + code).isNotEmpty();
                String member = matcher.group(2) == null ? "" : matcher.group(2).substring(1);
                assertThat(files)
                        .as(page + " names " + code)
                        .anyMatch(file -> Repository.text(file).contains(member));
            }
        }
    }

    private static List<String> codes(Path page) {
        String text = FENCE.matcher(Repository.text(page)).replaceAll("");
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    private static List<Path> files(String name) {
        return JAVA_FILES.stream().filter(file -> file.endsWith(name)).toList();
    }

    private static final List<Path> JAVA_FILES = Repository.walk(".").stream()
            .filter(file -> file.toString().endsWith(".java"))
            .toList();

    @ParameterizedTest
    @MethodSource("writtenPages")
    void nobodyShouts(Path page) {
        String prose = CODE.matcher(FENCE.matcher(Repository.text(page)).replaceAll(""))
                .replaceAll("");
        assertThat(prose.lines().filter(line -> !line.startsWith("<!--")).filter(line -> line.matches(".*!(?!\\[).*")))
                .as(page.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsAreShort(Path page) {
        List<String> headings = HEADING.matcher(Repository.text(page))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(headings).element(0).asString().matches("\\d{4}: \\S.*");
        assertThat(headings.subList(1, headings.size())).containsExactly("Context", "Decision", "Consequences");
        assertThat(headings.getFirst()).startsWith(page.getFileName().toString().substring(0, 4));
        assertThat(Repository.text(page).lines().count()).isLessThanOrEqualTo(60);
    }

    @Test
    void decisionsAreNumberedInOrder() {
        List<Integer> numbers = decisions().stream()
                .map(page -> Integer.valueOf(page.getFileName().toString().substring(0, 4)))
                .toList();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(8);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    static List<Path> pagesOfDocs() {
        return Repository.writtenPages().stream()
                .filter(page -> page.startsWith("docs"))
                .filter(page -> !page.endsWith("figures.md")) // ./dev bench all writes it
                .toList();
    }

    /// A page from the README beside it, and that from one of the pages at the root.
    @ParameterizedTest
    @MethodSource("pagesOfDocs")
    void pagesAreReachedFromTheirReadme(Path page) {
        List<Path> from = page.endsWith("README.md")
                ? List.of(Path.of("README.md"), Path.of("ARCHITECTURE.md"))
                : List.of(page.resolveSibling("README.md"));
        assertThat(from.stream().flatMap(DocsTest::linksOf))
                .as("what is linked from " + from)
                .contains(page);
    }

    private static Stream<Path> linksOf(Path page) {
        return LINK.matcher(Repository.text(page))
                .results()
                .map(link -> link.group(1).split("#", 2)[0])
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> page.resolveSibling(target).normalize());
    }
}
