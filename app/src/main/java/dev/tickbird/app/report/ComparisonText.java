// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.comparison.Uncompared;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A comparison for a person at a terminal: how much differs, then what, then what was done meanwhile and
/// what was not compared.
public final class ComparisonText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MARGIN = 12;
    private static final int NAME = 4;
    private static final int DETAIL = 6;

    /// Two texts that are longer together are read better one below the other.
    private static final int SHORT = 80;

    /// A definition that changed in more lines is a job for a tool that shows two texts beside each other.
    private static final int LINES = 20;

    private final Terminal terminal;
    private final Sheet sheet;

    private ComparisonText(Terminal terminal, Appendable out) {
        this.terminal = terminal;
        this.sheet = new Sheet(out, terminal);
    }

    public static void write(Compared compared, Terminal terminal, Appendable out) throws IOException {
        new ComparisonText(terminal, out).write(compared);
    }

    private void write(Compared compared) throws IOException {
        Comparison comparison = compared.comparison();
        sheet.paragraph("", Ink.PLAIN, 0, verdict(comparison), comparison.isSame() ? Ink.GREEN : Ink.BOLD);
        sheet.rule();
        label("before", look(compared.before()));
        label("after", look(compared.after()));
        label("compared", "by Tickbird " + compared.version());
        for (Area area : Area.values()) {
            area(area, comparison.of(area));
        }
        new MeantimeText(sheet, terminal).write(comparison.meantime());
        uncompared(comparison.uncompared());
    }

    private static String verdict(Comparison comparison) {
        List<Difference> all = comparison.differences();
        if (!all.isEmpty()) {
            return Words.count(all.size(), "difference") + ": " + counts(all);
        }
        return comparison.uncompared().isEmpty()
                ? "no difference in schema, settings and roles"
                : "no difference in what could be compared of schema, settings and roles";
    }

    private static String counts(List<Difference> differences) {
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

    private static String look(Compared.Look look) {
        Server server = look.snapshot().the(Server.class);
        return look.target() + ": PostgreSQL " + server.version() + ", database " + server.database()
                + ", seen by role " + server.role() + " at "
                + TIME.format(look.snapshot().takenAt());
    }

    private void area(Area area, List<Difference> differences) throws IOException {
        if (differences.isEmpty()) {
            return;
        }
        sheet.blank();
        String title = area.toString().substring(0, 1).toUpperCase(Locale.ROOT)
                + area.toString().substring(1);
        sheet.paragraph("", Ink.PLAIN, 0, title + ": " + counts(differences), Ink.BOLD);
        for (Difference difference : differences) {
            difference(difference);
        }
    }

    private void difference(Difference difference) throws IOException {
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

    private void uncompared(List<Uncompared> all) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, "Not compared", Ink.BOLD);
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Uncompared each : all) {
            String side = switch (each.side()) {
                case BEFORE -> "before: ";
                case AFTER -> "after: ";
                case BOTH -> "on both sides: ";
            };
            String hint = each.hint() == null ? "" : ". " + each.hint();
            byReason.computeIfAbsent(side + each.reason() + hint, it -> new ArrayList<>())
                    .add(Unseen.words(each.fact()) + (each.partly() ? " in part" : ""));
        }
        for (Map.Entry<String, List<String>> entry : byReason.entrySet()) {
            sheet.paragraph(2, String.join(", ", entry.getValue()));
            sheet.paragraph(NAME, entry.getKey());
        }
    }

    private void label(String label, String text) throws IOException {
        sheet.paragraph(label, Ink.DIM, MARGIN, text, Ink.PLAIN);
    }
}
