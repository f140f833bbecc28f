// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What one kind of measurement found.
///
/// @param how what was done, in words
/// @param figures none if nothing could be measured, which `how` then says
/// @param details further Markdown below the table; may be empty
/// @param took how long measuring took, the preparations included
record Chapter(String title, String how, List<Figure> figures, String details, Duration took) {

    Chapter(String title, String how, List<Figure> figures, String details) {
        this(title, how, figures, details, Duration.ZERO);
    }

    /// Measures with an eye on the clock.
    static Chapter timed(Supplier<Chapter> measurement) {
        long start = System.nanoTime();
        Chapter chapter = measurement.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Chapter(chapter.title, chapter.how, chapter.figures, chapter.details, took);
    }

    String markdown() {
        return "## %s\n\n%s\n\n%s%s".formatted(title, how, measured(), details);
    }

    private String measured() {
        if (figures.isEmpty()) {
            return "";
        }
        String rows = figures.stream().map(figure -> figure.markdown() + '\n').collect(Collectors.joining());
        return """
                This took %s.

                | | result | goal | |
                |---|---|---|---|
                %s
                """.formatted(clock(took), rows);
    }

    /// `2 min 10 s`.
    static String clock(Duration time) {
        String seconds = time.toSecondsPart() + " s";
        return time.toMinutes() == 0 ? seconds : time.toMinutes() + " min " + seconds;
    }
}
