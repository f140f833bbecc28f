// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Differences for a person at a terminal: `+` for what came, `-` for what went, `~` for what changed.
final class DifferenceText {

    private static final int NAME = 4;
    private static final int DETAIL = 6;

    /// Two texts that are longer together are read better one below the other.
    private static final int SHORT = 80;

    /// A definition that changed in more lines is a job for a tool that shows two texts beside each other.
    private static final int LINES = 20;

    private final Sheet sheet;
    private final Terminal terminal;

    DifferenceText(Sheet sheet, Terminal terminal) {
        this.sheet = sheet;
        this.terminal = terminal;
    }

    /// Such as `2 added, 1 changed`.
    static String counts(List<Difference> differences) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String word : List.of("added", "removed", "changed")) {
            long count = differences.stream()
                    .filter(difference -> word(difference).equals(word))
                    .count();
            if (count > 0) {
                counts.put(word, count);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> Words.count(entry.getValue()) + ' ' + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String word(Difference difference) {
        return switch (difference) {
            case Difference.Added _ -> "added";
            case Difference.Removed _ -> "removed";
            case Difference.Changed _ -> "changed";
        };
    }

    void write(List<Difference> differences) throws IOException {
        for (Difference difference : differences) {
            write(difference);
        }
    }

    private void write(Difference difference) throws IOException {
        String name = difference.kind() + ' ' + Printable.line(difference.name());
        switch (difference) {
            case Difference.Added it -> whole("  +", Ink.GREEN, name, it.detail(), it.parts());
            case Difference.Removed it -> whole("  -", Ink.RED, name, it.detail(), it.parts());
            case Difference.Changed it -> {
                sheet.paragraph("  ~", Ink.YELLOW, NAME, name, Ink.PLAIN);
                for (Difference.Change change : it.changes()) {
                    change(change);
                }
            }
        }
    }

    private void whole(String sign, Ink ink, String name, String detail, List<String> parts) throws IOException {
        String with = parts.isEmpty() ? "" : " with " + String.join(", ", parts);
        sheet.paragraph(sign, ink, NAME, name + with, Ink.PLAIN);
        if (!detail.isEmpty()) {
            sheet.paragraph("", Ink.PLAIN, DETAIL, detail, Ink.DIM);
        }
    }

    private void change(Difference.Change change) throws IOException {
        String before = Objects.requireNonNullElse(change.before(), "none");
        String after = Objects.requireNonNullElse(change.after(), "none");
        if (before.length() + after.length() <= SHORT && !before.contains("\n") && !after.contains("\n")) {
            String arrow = terminal.unicode() ? " → " : " -> ";
            String text = change.property() + ": " + before + arrow + after;
            sheet.paragraph("", Ink.PLAIN, DETAIL, text, Ink.PLAIN);
            return;
        }
        sheet.paragraph("", Ink.PLAIN, DETAIL, change.property() + ':', Ink.PLAIN);
        List<String> lines = new ArrayList<>(LineChanges.between(before, after));
        int more = lines.size() - LINES;
        if (more > 1) {
            lines.subList(LINES, lines.size()).clear();
            lines.add("and " + Words.count(more) + " more lines: --format json has them all");
        }
        for (String line : lines) {
            sheet.code(DETAIL + 2, Printable.line(line.replace("\t", "    ")));
        }
    }
}
