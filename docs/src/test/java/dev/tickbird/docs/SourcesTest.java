// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How sources look, whatever they do.
class SourcesTest {

    private static final int LONGEST_FILE = 250;
    private static final int LONGEST_METHOD = 40;
    private static final int SHORTEST_EXPLANATION = 3;

    /// Why these may be longer.
    private static final Map<String, String> LONG_FILES = Map.of(
            "SnapshotFileTest.java", "one story: what is written, read back, and survives damage",
            "Reports.java", "a report by hand with something of everything");

    private static List<JavaSource> sources = List.of();

    @BeforeAll
    static void read() throws IOException {
        sources = JavaSource.all(Repository.ROOT);
    }

    @Test
    void areAllSeen() {
        assertThat(sources).hasSizeGreaterThan(350);
        assertThat(sources.stream().flatMap(source -> source.methods().stream()))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void sayTheirLicence() {
        assertThat(sources)
                .allSatisfy(source -> assertThat(source.lines().getFirst())
                        .as(source.path().toString())
                        .isEqualTo("// SPDX-License-Identifier: Apache-2.0"));
    }

    @Test
    void areShort() {
        List<String> tooLong = sources.stream()
                .filter(source -> source.lines().size() > LONGEST_FILE)
                .map(source -> source.path().getFileName().toString())
                .toList();
        assertThat(tooLong).as("files of more than 250 lines").containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
    }

    /// Whoever meets a name knows which class is meant. What measures or documents the program stands beside it.
    @Test
    void bearNamesOfTheirOwn() {
        assertThat(sources.stream()
                        .filter(JavaSource::isMain)
                        .map(source -> Repository.ROOT.relativize(source.path()))
                        .filter(path -> !path.startsWith("bench") && !path.startsWith("docs"))
                        .map(path -> path.getFileName().toString())
                        .filter(name -> !name.endsWith("-info.java")))
                .hasSizeGreaterThan(350)
                .doesNotHaveDuplicates();
    }

    @Test
    void haveShortMethods() {
        List<String> tooLong = new ArrayList<>();
        for (JavaSource source : sources) {
            source.methods().stream()
                    .filter(method -> method.lines() > LONGEST_METHOD)
                    .map(method -> source.path().getFileName() + "#" + method.name() + ": " + method.lines())
                    .forEach(tooLong::add);
        }
        assertThat(tooLong).as("methods of more than 40 lines").isEmpty();
    }

    @Test
    void haveAPackageInfoInEachPackage() {
        Set<Path> packages = sources.stream()
                .filter(JavaSource::isMain)
                .filter(source -> !source.path().endsWith("module-info.java"))
                .map(source -> source.path().resolveSibling("package-info.java"))
                .collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(25).allMatch(Files::exists);
    }

    @Test
    void explainEachPackage() {
        assertThat(sources.stream()
                        .filter(JavaSource::isMain)
                        .filter(source -> source.path().endsWith("package-info.java")))
                .hasSizeGreaterThan(25)
                .allSatisfy(source -> assertThat(source.lines())
                        .as(source.path().toString())
                        .haveAtLeast(SHORTEST_EXPLANATION, new Condition<>(it -> it.startsWith("/// "), "explanation"))
                        .anyMatch(line -> line.matches("/// Must stay true: .*")));
    }

    @Test
    void areNullMarked() {
        Map<Path, List<JavaSource>> modules = sources.stream()
                .filter(JavaSource::isMain)
                .collect(Collectors.groupingBy(
                        source -> Repository.ROOT.relativize(source.path()).getName(0)));
        assertThat(modules).hasSizeGreaterThanOrEqualTo(7);
        modules.forEach((module, files) -> {
            Path declaration = Repository.ROOT.resolve(module).resolve("src/main/java/module-info.java");
            List<JavaSource> declarations = files.stream()
                    .filter(source -> Files.exists(declaration)
                            ? source.path().equals(declaration)
                            : source.path().endsWith("package-info.java"))
                    .toList();
            assertThat(declarations)
                    .as("module " + module)
                    .isNotEmpty()
                    .allMatch(source -> source.text().contains("NullMarked"));
        });
    }

    @Test
    void haveMarkdownCommentsThatDoNotEchoNames() {
        assertThat(sources)
                .allSatisfy(source -> assertThat(source.lines())
                        .as(source.path().toString())
                        .noneMatch(line -> line.matches("\\s*/\\*\\*.*") || line.matches(".*// ?(TODO|FIXME|XXX)\\b.*"))
                        .noneMatch(line -> line.matches("\\s*/// @(author|since|return) ?\\S*")));
    }

    /// The formatter breaks a line that is too long for it, and leaves the rest of it alone on the next.
    @Test
    void haveCommentsThatAreNotTorn() {
        assertThat(sources.stream().flatMap(source -> tornLines(source).stream()))
                .as("lines of comments with one word; wrap these by hand")
                .isEmpty();
    }

    private static List<String> tornLines(JavaSource source) {
        List<String> torn = new ArrayList<>();
        boolean code = false;
        for (int i = 1; i < source.lines().size(); i++) {
            String line = source.lines().get(i).strip();
            code ^= line.startsWith("/// ```");
            boolean continues = source.lines().get(i - 1).strip().startsWith("/// ");
            if (!code && continues && line.matches("/// [^`|\\s]\\S*|/// `[^`\\s]+`\\S*")) {
                torn.add(source.path().getFileName() + ":" + (i + 1) + ": " + line);
            }
        }
        return torn;
    }
}
