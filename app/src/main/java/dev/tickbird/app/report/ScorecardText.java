// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.server.Server;
import dev.tickbird.rules.scorecard.Grade;
import dev.tickbird.rules.scorecard.Reading;
import java.io.IOException;

/// A scorecard for people: a goal, its value, what is wanted, and how it is known.
public final class ScorecardText {

    private static final int MARGIN = 14;
    private static final int LABEL = 9;

    private final ScorecardReport report;
    private final Terminal terminal;
    private final Sheet sheet;

    private ScorecardText(ScorecardReport report, Terminal terminal, Appendable out) {
        this.report = report;
        this.terminal = terminal;
        sheet = new Sheet(out, terminal);
    }

    public static void write(ScorecardReport report, Terminal terminal, Appendable out) throws IOException {
        new ScorecardText(report, terminal, out).write();
    }

    private void write() throws IOException {
        boolean missed = report.scorecard().count(Grade.Verdict.MISS) > 0;
        sheet.paragraph("", Ink.PLAIN, 0, report.headline(), missed ? Ink.YELLOW : Ink.BOLD);
        sheet.rule();
        Server server = report.snapshot().the(Server.class);
        label("target", report.target() + ": PostgreSQL " + server.version() + ", database " + server.database());
        if (report.before().isPresent()) {
            ScorecardReport.Earlier before = report.before().get();
            label("before", before.target() + ", taken at " + before.snapshot().takenAt());
        }
        for (Grade grade : report.scorecard().grades()) {
            sheet.blank();
            grade(grade);
        }
    }

    private void grade(Grade grade) throws IOException {
        sheet.paragraph(
                grade.verdict().toString(),
                ink(grade.verdict()),
                MARGIN,
                grade.goal().title() + ": " + value(grade),
                Ink.BOLD);
        switch (grade.reading()) {
            case Reading.Measured measured -> {
                sheet.paragraph("", Ink.PLAIN, MARGIN, measured.how(), Ink.DIM);
                if (grade.verdict() == Grade.Verdict.NOT_MEASURED) {
                    sheet.paragraph(MARGIN, measured.finer());
                }
            }
            case Reading.Unmeasured unmeasured -> {
                sheet.paragraph("", Ink.PLAIN, MARGIN, unmeasured.reason(), Ink.DIM);
                if (!unmeasured.remedy().isEmpty()) {
                    sheet.paragraph(MARGIN, unmeasured.remedy());
                }
            }
        }
    }

    /// `98 % → 99.2 %, wanted > 99 %`.
    private String value(Grade grade) {
        String arrow = terminal.unicode() ? " → " : " -> ";
        String before = report.before().map(it -> it.of(grade).value() + arrow).orElse("");
        return before + grade.value() + ", wanted " + grade.goal().wanted();
    }

    private static Ink ink(Grade.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Ink.GREEN;
            case MISS -> Ink.RED;
            case NOT_MEASURED -> Ink.DIM;
        };
    }

    private void label(String label, String text) throws IOException {
        sheet.paragraph(label, Ink.DIM, LABEL, text, Ink.PLAIN);
    }
}
