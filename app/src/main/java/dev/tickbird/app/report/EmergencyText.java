// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.rules.playbooks.Diagnosis;
import dev.tickbird.rules.playbooks.Measure;
import dev.tickbird.rules.playbooks.Sign;
import java.io.IOException;
import java.util.List;

/// A playbook for a person at three in the morning: what was seen, what to do first, what then, and what not to do.
public final class EmergencyText {

    private static final int MARGIN = 9;
    private static final int NAMES = 13;
    private static final int CODE = 4;
    private static final int LINES = MARGIN + 2;

    private final EmergencyReport report;
    private final Sheet sheet;

    private EmergencyText(EmergencyReport report, Terminal terminal, Appendable out) {
        this.report = report;
        sheet = new Sheet(out, terminal);
    }

    public static void write(EmergencyReport report, Terminal terminal, Appendable out) throws IOException {
        new EmergencyText(report, terminal, out).write();
    }

    private void write() throws IOException {
        sheet.paragraph("", Ink.PLAIN, 0, report.headline(), headlineInk());
        sheet.rule();
        labelled("target", List.of(report.target() + ": " + report.server()));
        labelled("seen at", report.moment().stream().toList());
        if (report.isTriage()) {
            triage();
        } else {
            playbook(report.diagnoses().getFirst());
        }
    }

    private void triage() throws IOException {
        for (Diagnosis.State state : Diagnosis.State.values()) {
            for (Diagnosis diagnosis : report.in(state)) {
                sheet.blank();
                String name = diagnosis.emergency().toString();
                sheet.paragraph(
                        name,
                        report.isHalfBlind(diagnosis) ? Ink.YELLOW : ink(state),
                        NAMES,
                        report.headline(diagnosis),
                        Ink.BOLD);
                for (String number : diagnosis.numbers()) {
                    sheet.paragraph("", Ink.PLAIN, NAMES, number, Ink.DIM);
                }
                if (state == Diagnosis.State.EMERGENCY) {
                    sheet.paragraph(NAMES, "First: " + diagnosis.first().what());
                }
                if (state != Diagnosis.State.NOTHING) {
                    sheet.paragraph("", Ink.PLAIN, NAMES, "tickbird emergency " + name + " TARGET", Ink.CODE);
                }
            }
        }
        unseen(report.unseen());
    }

    private void playbook(Diagnosis diagnosis) throws IOException {
        List<String> looked = report.lookedAt(diagnosis);
        if (!looked.isEmpty()) {
            labelled("read", List.of(String.join(", ", looked)));
        }
        labelled("counted", diagnosis.numbers());
        for (Sign sign : diagnosis.signs()) {
            sheet.blank();
            sign(sign);
        }
        sheet.blank();
        switch (diagnosis.state()) {
            case EMERGENCY -> {}
            case SIGNS ->
                sheet.paragraph(0, "These are signs, no proof. If an error message or a user says that it is there:");
            case NOTHING ->
                sheet.paragraph(0, "Nothing of this is seen. If an error message or a user says that it is there:");
        }
        measure("FIRST", Ink.GREEN, diagnosis.first());
        for (Measure measure : diagnosis.next()) {
            sheet.blank();
            measure("then", Ink.BOLD, measure);
        }
        sheet.blank();
        String label = "NEVER";
        for (String never : diagnosis.never()) {
            sheet.paragraph(label, Ink.RED, MARGIN, never, Ink.PLAIN);
            label = "";
        }
        unseen(report.unseen(diagnosis));
    }

    private void sign(Sign sign) throws IOException {
        switch (sign.weight()) {
            case ALARM -> sheet.paragraph("ALARM", Ink.RED, MARGIN, sign.title(), Ink.BOLD);
            case SIGN -> sheet.paragraph("sign", Ink.YELLOW, MARGIN, sign.title(), Ink.BOLD);
            case QUESTION -> sheet.paragraph("question", Ink.YELLOW, MARGIN, sign.title(), Ink.PLAIN);
        }
        if (!sign.detail().isEmpty()) {
            sheet.paragraph(MARGIN, sign.detail());
        }
        for (String line : sign.lines()) {
            int depth = line.length() - line.stripLeading().length();
            sheet.paragraph("", Ink.PLAIN, LINES + depth, line.strip(), Ink.DIM);
        }
    }

    private void measure(String label, Ink ink, Measure measure) throws IOException {
        sheet.paragraph(label, ink, MARGIN, measure.what(), Ink.PLAIN);
        for (String line : measure.shell()) {
            sheet.code(CODE, Printable.line(line));
        }
        code(measure.sql());
        labelled("effect", measure.effect().isEmpty() ? List.of() : List.of(measure.effect()));
        labelled("undo", measure.undo().isEmpty() ? List.of() : List.of(measure.undo()));
        if (!measure.rollback().isEmpty()) {
            labelled("undo", List.of("Run:"));
            code(measure.rollback());
        }
    }

    private void code(List<Sql> statements) throws IOException {
        for (Sql statement : statements) {
            sheet.code(CODE, PastableSql.of(statement));
        }
    }

    private void unseen(List<Unseen> unseen) throws IOException {
        for (Unseen each : unseen) {
            sheet.blank();
            sheet.paragraph(
                    "unseen", Ink.YELLOW, MARGIN, "could not see " + String.join("; ", each.what()) + ".", Ink.PLAIN);
            sheet.paragraph("", Ink.PLAIN, MARGIN, each.reason(), Ink.DIM);
        }
    }

    private void labelled(String label, List<String> texts) throws IOException {
        String shown = label;
        for (String text : texts) {
            sheet.paragraph(shown, Ink.DIM, MARGIN, text, Ink.PLAIN);
            shown = "";
        }
    }

    private Ink headlineInk() {
        boolean blind = report.worst() == Diagnosis.State.NOTHING
                && report.diagnoses().stream().anyMatch(report::isHalfBlind);
        return blind ? Ink.YELLOW : ink(report.worst());
    }

    private static Ink ink(Diagnosis.State state) {
        return switch (state) {
            case EMERGENCY -> Ink.RED;
            case SIGNS -> Ink.YELLOW;
            case NOTHING -> Ink.GREEN;
        };
    }
}
