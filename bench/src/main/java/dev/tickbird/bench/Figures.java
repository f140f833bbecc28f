// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/// The page of what was measured last.
record Figures(int major, double loadBefore, List<Chapter> chapters) {

    String markdown() {
        Duration took = chapters.stream().map(Chapter::took).reduce(Duration.ZERO, Duration::plus);
        return """
                # Figures

                What `./dev bench all` measured on %s in %s, on %s, with PostgreSQL %d. %.1f processes wanted a core \
                when it began; what else ran then is in the times, hence the quartiles and the processor time beside \
                them.

                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Chapter.clock(took),
                        Machine.describe(),
                        major,
                        loadBefore,
                        chapters.stream().map(Chapter::markdown).collect(Collectors.joining("\n")));
    }

    void write(Path root) {
        try {
            Files.writeString(
                    root.resolve("docs/internals/figures.md"), markdown().stripTrailing() + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
