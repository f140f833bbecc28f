// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.List;
import java.util.stream.Collectors;

/// What one kind of measurement found.
///
/// @param how what was done, in words
/// @param details further Markdown below the table; may be empty
record Chapter(String title, String how, List<Figure> figures, String details) {

    String markdown() {
        String rows = figures.stream().map(Figure::markdown).collect(Collectors.joining("\n"));
        return """
                ## %s

                %s

                | | result | goal | |
                |---|---|---|---|
                %s

                %s""".formatted(title, how, rows, details);
    }
}
