// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How generated pages are written.
final class Markdown {

    private Markdown() {}

    /// A whole page, which says where it comes from.
    static String page(String source, String text) {
        return "<!-- generated: edit " + source + ", then run ./dev docs -->\n\n" + text.strip() + "\n";
    }

    /// A row of a table; what would end a cell is escaped.
    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// The first two lines of a table.
    static String head(String... titles) {
        return row(titles) + "|" + " --- |".repeat(titles.length) + "\n";
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    static String fenced(String language, String text) {
        return "```" + language + "\n" + text.strip() + "\n```\n";
    }

    /// A text that lies beside this class.
    static String resource(String name) {
        try (@Nullable InputStream in = Markdown.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
