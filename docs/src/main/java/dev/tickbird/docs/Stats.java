// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How large files and methods are: `./dev stats`, which the `java` launcher runs from the source.
final class Stats {

    private Stats() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<JavaSource> all = JavaSource.all(root);
        List<JavaSource> main = all.stream().filter(JavaSource::isMain).toList();
        tell("files of the program", lengths(main));
        tell(
                "files of its tests",
                lengths(all.stream().filter(source -> !source.isMain()).toList()));
        tell(
                "methods of the program",
                main.stream()
                        .flatMap(source -> source.methods().stream())
                        .map(JavaSource.Method::lines)
                        .sorted()
                        .toList());
        tell("rules", lengths(main.stream().filter(JavaSource::isRule).toList()));
        tell("SQL files of facts", lengthsOf(root.resolve("observe/src/main/resources")));
        tell("SQL files of cases", lengthsOf(root.resolve("rules/src/test/cases")));
    }

    private static List<Integer> lengths(List<JavaSource> sources) {
        return sources.stream().map(source -> source.lines().size()).sorted().toList();
    }

    private static List<Integer> lengthsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(Stats::lengthOf)
                    .sorted()
                    .toList();
        }
    }

    private static int lengthOf(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(String what, List<Integer> lengths) {
        System.out.printf(
                "%5d %-24s median %3d lines, nine of ten within %3d, longest %3d%n",
                lengths.size(),
                what,
                lengths.get(lengths.size() / 2),
                lengths.get(lengths.size() * 9 / 10),
                lengths.getLast());
    }
}
