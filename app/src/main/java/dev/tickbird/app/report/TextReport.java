// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A report for a person at a terminal: the headline first, then what to do about it, worst first, then what
/// was not seen.
public final class TextReport implements Renderer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Where text starts beside a label of the header and of the sections at the end.
    private static final int MARGIN = 12;

    /// Of so many of one rule the HTML report shows the cures, too.
    private static final int CURES_IN_HTML = 20;

    private final Terminal terminal;

    public TextReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Sheet sheet = new Sheet(out, terminal);
        sheet.paragraph("", Ink.PLAIN, 0, Headline.of(report), inkOf(report));
        sheet.rule();
        header(report, sheet);
        tally(report, sheet);
        findings(
                report.examination().findings(),
                report.edition(),
                UsualProof.of(report.examination().findings()),
                sheet);
        if (report.examination().findings().isEmpty()) {
            clean(report, sheet);
        }
        rejected(report.examination().rejected(), sheet);
        accepted(report.examination(), sheet);
        settled(report.examination(), sheet);
        notExamined(report.examination().examined(), sheet);
        notSeen(report, sheet);
    }

    private static Ink inkOf(Report report) {
        List<Finding> findings = report.examination().findings();
        if (!findings.isEmpty()) {
            return Ink.of(findings.getFirst().severity());
        }
        return Limits.of(report).none() ? Ink.GREEN : Ink.BOLD;
    }

    private static void header(Report report, Sheet sheet) throws IOException {
        Server server = report.snapshot().the(Server.class);
        label("server", "PostgreSQL " + server.version() + ", " + report.edition(), sheet);
        label("target", report.target() + ", as role " + server.role(), sheet);
        label(
                "examined",
                TIME.format(report.snapshot().takenAt()) + ", in " + Headline.took(report.took()) + ", by Tickbird "
                        + report.version() + ": "
                        + Words.count(report.examination().examined().size(), "rule") + " over "
                        + Words.count(report.snapshot().observed().size(), "kind") + " of facts",
                sheet);
        Optional<String> proof = UsualProof.of(report.examination().findings()).words();
        if (proof.isPresent()) {
            label("proof", proof.get(), sheet);
        }
        Optional<String> rights = CureRights.words(report.examination().findings());
        if (rights.isPresent()) {
            label("cures", rights.get(), sheet);
        }
    }

    /// One line a severity: how many, and of which rules.
    private static void tally(Report report, Sheet sheet) throws IOException {
        List<FindingGroup> groups = FindingGroup.of(report.examination().findings());
        if (!groups.isEmpty()) {
            sheet.blank();
        }
        for (Severity severity : Severity.values()) {
            String rules = groups.stream()
                    .filter(group -> group.severity() == severity)
                    .map(group -> group.findings().size() == 1
                            ? group.rule()
                            : group.rule() + " (" + Words.count(group.findings().size()) + ")")
                    .collect(Collectors.joining(", "));
            if (!rules.isEmpty()) {
                String count = Words.count(Headline.count(report, severity));
                sheet.paragraph(severity.toString(), Ink.of(severity), MARGIN, count + ": " + rules, Ink.PLAIN);
            }
        }
    }

    /// Some findings without what surrounds them, for other forms that show text.
    void findings(List<Finding> findings, String edition, Appendable out) throws IOException {
        findings(findings, edition, UsualProof.NONE, new Sheet(out, terminal));
    }

    private void findings(List<Finding> findings, String edition, UsualProof usual, Sheet sheet) throws IOException {
        Map<String, Finding> told = new HashMap<>(); // the first of each rule, whose advice the others may share
        for (FindingGroup group : FindingGroup.of(findings)) {
            Finding first =
                    told.computeIfAbsent(group.rule(), rule -> group.findings().getFirst());
            group(group, first, edition, usual, sheet);
        }
    }

    private void group(FindingGroup group, Finding first, String edition, UsualProof usual, Sheet sheet)
            throws IOException {
        for (Finding finding : group.inFull()) {
            sheet.blank();
            new TextFinding(finding, first, edition, usual, sheet).write();
        }
        for (Finding finding : group.inShort()) {
            sheet.blank();
            new TextFinding(finding, first, edition, usual, sheet).writeShort();
        }
        if (group.byTitle().isEmpty()) {
            return;
        }
        sheet.blank();
        int others = group.byTitle().size() + group.more();
        String form = group.findings().size() <= CURES_IN_HTML ? "html" : "json";
        String heading =
                Words.count(others) + " more of " + group.rule() + ", with their cures in -o report." + form + ":";
        sheet.paragraph(
                group.severity().toString().toUpperCase(Locale.ROOT), Ink.of(group.severity()), 10, heading, Ink.BOLD);
        sheet.blank();
        String bullet = terminal.unicode() ? "  •" : "  -";
        for (Finding finding : group.byTitle()) {
            sheet.paragraph(bullet, Ink.PLAIN, 4, finding.title(), Ink.PLAIN);
        }
        if (group.more() > 0) {
            String all = "and " + Words.count(group.more()) + " more: --format json lists every one";
            sheet.paragraph(terminal.unicode() ? "  …" : bullet, Ink.PLAIN, 4, all, Ink.PLAIN);
        }
    }

    private static void clean(Report report, Sheet sheet) throws IOException {
        String rules = report.examination().examined().stream()
                .filter(examined -> examined.state() == Examined.State.CLEAN)
                .map(Examined::rule)
                .collect(Collectors.joining(", "));
        if (!rules.isEmpty()) {
            sheet.blank();
            label("clean", rules, sheet);
        }
    }

    private static void rejected(List<Examination.Rejected> rejected, Sheet sheet) throws IOException {
        if (rejected.isEmpty()) {
            return;
        }
        sheet.blank();
        String title = "Considered and rejected: " + Words.count(rejected.size(), "remedy");
        sheet.paragraph("", Ink.PLAIN, 0, title, Ink.BOLD);
        for (Examination.Rejected each : rejected) {
            sheet.paragraph(2, each.finding().title());
            sheet.paragraph(4, each.reason());
        }
    }

    private static void accepted(Examination examination, Sheet sheet) throws IOException {
        if (examination.suppressed().isEmpty()) {
            return;
        }
        sheet.blank();
        String title = "Accepted: " + Words.count(examination.suppressed().size(), "finding");
        sheet.paragraph("", Ink.PLAIN, 0, title, Ink.BOLD);
        for (Unseen each : Settled.accepted(examination)) {
            sheet.paragraph(2, each.reason());
            for (String what : each.what()) {
                sheet.paragraph(4, what);
            }
        }
    }

    private static void settled(Examination examination, Sheet sheet) throws IOException {
        List<Settled> settled = Settled.of(examination);
        if (!settled.isEmpty()) {
            sheet.blank();
        }
        for (Settled each : settled) {
            label(each.label(), each.text(), sheet);
        }
    }

    private static void notExamined(List<Examined> examined, Sheet sheet) throws IOException {
        unseen("Not examined", "rule", Unseen.rules(examined, Examined.State.NOT_EXAMINED), sheet);
        unseen("Examined in part", "rule", Unseen.rules(examined, Examined.State.FINDING), sheet);
    }

    private static void unseen(String title, String noun, List<Unseen> unseen, Sheet sheet) throws IOException {
        if (unseen.isEmpty()) {
            return;
        }
        int count = unseen.stream().mapToInt(each -> each.what().size()).sum();
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, title + ": " + Words.count(count, noun), Ink.BOLD);
        for (Unseen each : unseen) {
            sheet.paragraph(2, each.reason());
            sheet.paragraph(4, String.join(", ", each.what()));
        }
    }

    private static void notSeen(Report report, Sheet sheet) throws IOException {
        List<Unseen> gaps = Unseen.gaps(report.gaps());
        if (gaps.isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, "To see more", Ink.BOLD);
        for (Unseen gap : gaps) {
            sheet.paragraph(2, gap.reason());
            for (String what : gap.what()) {
                sheet.paragraph(4, what);
            }
        }
    }

    private static void label(String label, String text, Sheet sheet) throws IOException {
        sheet.paragraph(label, Ink.DIM, MARGIN, text, Ink.PLAIN);
    }
}
