// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Unplanned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An answer for people: what was asked, each query with its costs and what changed in its plan, the worst first.
public final class TwinText {

    private static final int MARGIN = 10;
    private static final int DETAIL = 12;

    /// A plan that is altogether another is read better beside the old one.
    private static final int NODES = 6;

    private static final int NAMES = 8;
    private static final List<String> KINDS = List.of("gone: ", "new: ");
    private static final int WIDEST = 120;
    private static final Pattern CONDITION = Pattern.compile(": (?:Index |Recheck |Hash |Merge )?(?:Cond|Filter) ");

    /// More plans that stay the same are counted, for they hide the others.
    private static final int SAME = 5;

    private final TwinReport report;
    private final boolean verbose;
    private final Terminal terminal;
    private final Sheet sheet;

    private TwinText(TwinReport report, boolean verbose, Terminal terminal, Appendable out) {
        this.report = report;
        this.verbose = verbose;
        this.terminal = terminal;
        sheet = new Sheet(out, terminal);
    }

    /// @param verbose whether plans that stay the same are shown, however many there are
    public static void write(TwinReport report, boolean verbose, Terminal terminal, Appendable out) throws IOException {
        new TwinText(report, verbose, terminal, out).write();
    }

    private void write() throws IOException {
        boolean worse = report.answer().count(Verdict.WORSE) > 0;
        sheet.paragraph("", Ink.PLAIN, 0, TwinWords.verdict(report), worse ? Ink.RED : Ink.BOLD);
        sheet.rule();
        Server server = report.snapshot().the(Server.class);
        label("target", report.target() + ": PostgreSQL " + server.version() + ", database " + server.database());
        label("planner", TwinWords.planner(report));
        for (String change : report.changes()) {
            label("change", change);
        }
        if (!report.changes().isEmpty()) {
            label("verdict", TwinWords.threshold());
        }
        if (report.uri().isPresent()) {
            sheet.whole("twin", MARGIN, report.uri().get());
            label("", TwinWords.KEPT);
        }
        Optional<String> blindness = TwinWords.blindness(report);
        if (blindness.isPresent()) {
            label("hidden", blindness.get());
        }
        Optional<String> aside = TwinWords.aside(report);
        if (aside.isPresent()) {
            label("left out", aside.get());
        }
        queries();
        unplanned();
        gaps();
    }

    private void queries() throws IOException {
        List<Planned> queries = report.answer().queries();
        if (!queries.isEmpty()) {
            sheet.blank();
        }
        long same = report.answer().count(Verdict.SAME);
        boolean counted = !verbose && same > SAME;
        if (report.changes().isEmpty()) {
            unchanged(queries);
            return;
        }
        for (Planned query : queries) {
            if (!counted || query.verdict() != Verdict.SAME) {
                query(query);
            }
        }
        if (counted) {
            String text = Words.count(same, "plan") + " not shown: --verbose shows them";
            sheet.paragraph(Verdict.SAME.toString(), ink(Verdict.SAME), MARGIN, text, Ink.PLAIN);
        }
    }

    /// With their plans, unless there are many.
    private void unchanged(List<Planned> queries) throws IOException {
        boolean whole = verbose || queries.size() <= SAME;
        for (Planned query : queries) {
            String text =
                    query.name() + ": cost " + TwinWords.cost(query.after().cost());
            sheet.paragraph("", Ink.PLAIN, 0, text, Ink.BOLD);
            sql(query.sql(), 2);
            if (!query.values().isEmpty()) {
                sheet.paragraph("", Ink.PLAIN, 2, "with " + String.join(", ", query.values()), Ink.DIM);
            }
            if (whole) {
                new PlanText(sheet).write(query.after().tree(), 4);
            }
        }
        if (!whole) {
            sheet.blank();
            sheet.paragraph("", Ink.PLAIN, 0, "The plans are not shown: --verbose shows them", Ink.PLAIN);
        }
    }

    private void query(Planned query) throws IOException {
        String arrow = terminal.unicode() ? " → " : " -> ";
        String factor = TwinWords.factor(query);
        String text = query.name() + ": cost " + TwinWords.cost(query.before().cost()) + arrow
                + TwinWords.cost(query.after().cost()) + (factor.isEmpty() ? "" : ", " + factor);
        sheet.paragraph(query.verdict().toString(), ink(query.verdict()), MARGIN, text, Ink.PLAIN);
        sql(query.sql(), DETAIL);
        if (!query.values().isEmpty()) {
            sheet.paragraph("", Ink.PLAIN, DETAIL, "with " + String.join(", ", query.values()), Ink.DIM);
        }
        Optional<String> forced = TwinWords.forced(query);
        if (forced.isPresent()) {
            sheet.paragraph("", Ink.PLAIN, DETAIL, forced.get(), Ink.DIM);
        }
        changes(query.changedNodes());
    }

    /// Nodes that are gone in one paragraph and new ones in another; what else was chosen, in one each.
    private void changes(List<String> changed) throws IOException {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (String each : changed) {
            String kind = KINDS.stream().filter(each::startsWith).findFirst().orElse(each);
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(each.substring(kind.length()));
        }
        List<String> conditions =
                byKind.keySet().stream().filter(TwinText::isCondition).toList();
        if (!verbose && conditions.size() > 1) {
            byKind.keySet().removeAll(conditions);
            String text = "conditions of " + conditions.size() + " nodes read otherwise: --verbose shows them";
            byKind.put(text, List.of());
        }
        int shown = 0;
        for (Map.Entry<String, List<String>> entry : byKind.entrySet()) {
            if (shown == NODES) {
                String more = "and " + Words.count(byKind.size() - NODES, "other difference")
                        + ": --format html draws both plans";
                sheet.paragraph("", Ink.PLAIN, DETAIL, more, Ink.DIM);
                return;
            }
            shown++;
            String text = entry.getKey() + (entry.getValue().isEmpty() ? "" : Words.some(entry.getValue(), NAMES));
            String arrow = terminal.unicode() ? " → " : " -> ";
            sheet.paragraph("", Ink.PLAIN, DETAIL, text.replace(" → ", arrow), Ink.DIM);
        }
    }

    private static boolean isCondition(String choice) {
        return CONDITION.matcher(choice).find();
    }

    /// As much of it as has room in a line, to be recognised by.
    private void sql(String sql, int indent) throws IOException {
        int room = Math.min(terminal.width(), WIDEST) - indent;
        sheet.paragraph("", Ink.PLAIN, indent, Clip.label(room, Printable.prose(sql)), Ink.CODE);
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case WORSE -> Ink.RED;
            case SAME -> Ink.DIM;
            case BETTER -> Ink.GREEN;
        };
    }

    private void unplanned() throws IOException {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Unplanned query : report.answer().unplanned()) {
            String reason = query.reason() + (query.hint() == null ? "" : ". " + query.hint());
            byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(query.name());
        }
        if (byReason.isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, "Not planned", Ink.BOLD);
        for (Map.Entry<String, List<String>> entry : byReason.entrySet()) {
            String named = Words.some(entry.getValue(), NAMES);
            sheet.paragraph("", Ink.PLAIN, 2, named + ": " + entry.getKey(), Ink.PLAIN);
        }
    }

    private void gaps() throws IOException {
        if (report.answer().gaps().isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, "What the twin lacks: plans that touch it may differ", Ink.BOLD);
        for (TwinGap gap : report.answer().gaps()) {
            sheet.paragraph("", Ink.PLAIN, 2, gap + (gap.hint() == null ? "" : ". " + gap.hint()), Ink.PLAIN);
        }
    }

    private void label(String label, String text) throws IOException {
        sheet.paragraph(label, Ink.DIM, MARGIN, text, Ink.PLAIN);
    }
}
