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

/// A comparison for a person at a terminal: how much differs, then what, then what was done meanwhile and
/// what was not compared.
public final class ComparisonText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MARGIN = 12;
    private static final int NAME = 4;

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
            return Words.count(all.size(), "difference") + ": " + DifferenceText.counts(all);
        }
        return comparison.uncompared().isEmpty()
                ? "no difference in schema, settings and roles"
                : "no difference in what could be compared of schema, settings and roles";
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
        sheet.paragraph("", Ink.PLAIN, 0, title + ": " + DifferenceText.counts(differences), Ink.BOLD);
        new DifferenceText(sheet, terminal).write(differences);
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
