// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.lab.rehearsal.Estimate;
import dev.tickbird.lab.rehearsal.Hold;
import dev.tickbird.lab.rehearsal.Holds;
import dev.tickbird.lab.rehearsal.Objection;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Pace;
import dev.tickbird.lab.rehearsal.Place;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.ScriptError;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;

/// A rehearsal for people: statement by statement what it locks, rewrites and reads, and for how long; then what it
/// has changed, and what its undo has left.
public final class RehearsalText {

    private static final int MARGIN = 12;
    private static final int WIDEST = 120;
    private static final int LINES = 10;

    private final RehearsalReport report;
    private final Terminal terminal;
    private final Sheet sheet;
    private final Holds sizes;

    private RehearsalText(RehearsalReport report, Terminal terminal, Appendable out) {
        this.report = report;
        this.terminal = terminal;
        sheet = new Sheet(out, terminal);
        sizes = report.holds();
    }

    public static void write(RehearsalReport report, Terminal terminal, Appendable out) throws IOException {
        new RehearsalText(report, terminal, out).write();
    }

    private void write() throws IOException {
        sheet.paragraph("", Ink.PLAIN, 0, RehearsalWords.verdict(report), report.isFine() ? Ink.BOLD : Ink.RED);
        sheet.rule();
        Server server = report.snapshot().the(Server.class);
        label("target", report.target() + ": PostgreSQL " + server.version() + ", database " + server.database());
        label("rehearsed", "PostgreSQL " + report.major() + " on a twin without rows, by Tickbird " + report.version());
        Rehearsed rehearsed = report.rehearsed();
        if (!rehearsed.cure().isEmpty()) {
            label("longest", RehearsalWords.longest(report).orElse("nobody is blocked for longer than an instant"));
            label("times", "estimates from the target's sizes, " + Pace.USUAL + "; without waiting for locks");
        }
        statements("Script", report.script(), rehearsed.cure());
        statements("Undo", report.undo(), rehearsed.undo());
        trouble();
        changes(rehearsed.changes());
        sentences("What the undo leaves", report.lasting());
        sentences(
                "What the twin lacks: statements that need it fail, or do something else",
                report.gaps().stream().map(RehearsalText::told).toList());
    }

    private static String told(TwinGap gap) {
        return gap + (gap.hint() == null ? "" : ". " + gap.hint());
    }

    private void statements(String title, Scripts scripts, List<Observed> statements) throws IOException {
        String script = "";
        List<Hold> holds = sizes.of(statements);
        for (Observed statement : statements) {
            Scripts.Spot spot = scripts.spot(statement.place());
            if (!script.equals(spot.script())) {
                script = spot.script();
                sheet.blank();
                sheet.paragraph("", Ink.PLAIN, 0, title + ' ' + script, Ink.BOLD);
            }
            int room = Math.min(terminal.width(), WIDEST) - MARGIN;
            String sql = Clip.label(room, Printable.prose(statement.sql()));
            sheet.paragraph("line " + spot.line(), Ink.PLAIN, MARGIN, sql, Ink.CODE);
            statement(statement, scripts, RehearsalWords.until(statement, statements), holds);
        }
    }

    private void statement(Observed statement, Scripts scripts, Place end, List<Hold> holds) throws IOException {
        Estimate estimate = sizes.of(statement);
        if (estimate.isLong()) {
            detail("works " + estimate.length(), Ink.BOLD);
        }
        for (String work : RehearsalWords.work(statement)) {
            detail(work, Ink.PLAIN);
        }
        boolean later = !end.equals(statement.place());
        for (Hold hold : holds) {
            if (hold.from().equals(statement.place())) {
                String effect = LockWords.effect(hold.mode(), "it", hold.length());
                String until = later
                        ? ", to the end of its transaction in line "
                                + scripts.spot(end).line()
                        : "";
                detail(hold.mode() + " on " + hold.relation() + until + ": " + effect, ink(hold));
            }
        }
    }

    private static Ink ink(Hold hold) {
        if (!hold.mode().blocksWrites()) {
            return Ink.DIM;
        }
        return hold.estimate().isLong() ? Ink.RED : Ink.YELLOW;
    }

    private void detail(String text, Ink ink) throws IOException {
        sheet.paragraph("", Ink.PLAIN, MARGIN, text, ink);
    }

    private void trouble() throws IOException {
        switch (report.rehearsed()) {
            case Rehearsed.CarriedOut _ -> {}
            case Rehearsed.Failed failed -> {
                heading("Failed");
                failure(failed.error(), report.of(failed.part()));
                stays(failed.part() == Rehearsed.Part.CURE ? failed.cure() : List.of());
            }
            case Rehearsed.Refused refused -> {
                heading("Refused");
                Scripts scripts = report.of(refused.part());
                for (Objection objection : refused.objections()) {
                    place(scripts.spot(objection.place()), scripts, objection.reason());
                }
            }
        }
    }

    private void failure(ScriptError error, Scripts scripts) throws IOException {
        Scripts.Spot spot = scripts.spot(error.place());
        place(spot, scripts, error.message() + " (SQLSTATE " + error.state() + ")");
        String line = Printable.line(scripts.line(spot).replace("\t", " "));
        int room = Math.min(terminal.width(), WIDEST) - MARGIN;
        sheet.code(MARGIN, Clip.label(room, line));
        if (spot.column() <= Math.min(room, line.length())) {
            sheet.code(MARGIN, " ".repeat(spot.column() - 1) + '^');
        }
    }

    private void place(Scripts.Spot spot, Scripts scripts, String text) throws IOException {
        String where = "line " + spot.line() + ", column " + spot.column();
        String of = scripts.all().size() == 1 ? "" : " of " + spot.script();
        sheet.paragraph("", Ink.PLAIN, 2, where + of + ": " + text, Ink.RED);
    }

    /// What was committed before a script failed.
    private void stays(List<Observed> ran) throws IOException {
        List<Observed> committed = RehearsalWords.committed(ran);
        if (!committed.isEmpty()) {
            List<String> lines = committed.stream()
                    .map(statement -> String.valueOf(
                            report.script().spot(statement.place()).line()))
                    .toList();
            sheet.paragraph(
                    2,
                    "On the target, what was committed before would stay: " + (lines.size() == 1 ? "line " : "lines ")
                            + Words.some(lines, LINES));
        }
    }

    private void changes(List<Difference> changes) throws IOException {
        if (!changes.isEmpty()) {
            heading("What the script changes: " + DifferenceText.counts(changes));
            new DifferenceText(sheet, terminal).write(changes);
        } else if (report.rehearsed() instanceof Rehearsed.CarriedOut) {
            heading("The script changes no object, setting or role");
        }
    }

    private void sentences(String title, List<String> sentences) throws IOException {
        if (!sentences.isEmpty()) {
            heading(title);
            for (String sentence : sentences) {
                sheet.paragraph(2, sentence);
            }
        }
    }

    private void heading(String text) throws IOException {
        sheet.blank();
        sheet.paragraph("", Ink.PLAIN, 0, text, Ink.BOLD);
    }

    private void label(String label, String text) throws IOException {
        sheet.paragraph(label, Ink.DIM, MARGIN, text, Ink.PLAIN);
    }
}
