// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The repository, as a stranger finds it.
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("tickbird.root"));

    private Repository() {}

    /// Every page for people, generated ones too, relative to the root.
    static List<Path> pages() {
        return Stream.concat(list(ROOT).stream(), walk("docs").stream())
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.toString().contains("/src/"))
                .map(ROOT::relativize)
                .sorted()
                .toList();
    }

    /// Those that a person has written.
    static List<Path> writtenPages() {
        return pages().stream()
                .filter(page -> !page.startsWith("docs/reference"))
                .toList();
    }

    static String text(Path page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every file below a folder that is no output of the build.
    static List<Path> walk(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().matches("(\\w+/)?target/.*|\\.git/.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
