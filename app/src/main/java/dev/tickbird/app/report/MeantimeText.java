// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.comparison.Meantime;
import dev.tickbird.model.comparison.Meantime.Counter;
import dev.tickbird.model.comparison.Meantime.Measured;
import dev.tickbird.model.comparison.Meantime.StatementWork;
import dev.tickbird.model.comparison.Meantime.TableTraffic;
import dev.tickbird.model.finding.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was done between two snapshots, for a person at a terminal: the busiest of each.
final class MeantimeText {

    private static final int MOST = 10;
    private static final int LONGEST_STATEMENT = 200;
    private static final int NAME = 4;
    private static final int DETAIL = 6;

    private final Sheet sheet;
    private final Terminal terminal;

    MeantimeText(Sheet sheet, Terminal terminal) {
        this.sheet = sheet;
        this.terminal = terminal;
    }

    void write(Meantime meantime) throws IOException {
        sheet.blank();
        switch (meantime) {
            case Meantime.Unknown it -> heading("Statistics: not compared, for " + it.reason());
            case Measured it -> measured(it);
        }
    }

    private void measured(Measured measured) throws IOException {
        if (measured.isEmpty()) {
            heading("Statistics: nothing was done in " + length(measured.length()));
            return;
        }
        heading("Statistics: what was done in " + length(measured.length()));
        for (Counter counter : measured.counters()) {
            sheet.paragraph(2, counter.name() + ": " + amount(counter, counter.amount()) + rate(counter, measured));
        }
        List<TableTraffic> tables = measured.tables();
        if (!tables.isEmpty()) {
            sheet.paragraph(
                    2, Words.count(tables.size(), "table") + " written, scanned or resized, the busiest first:");
            for (TableTraffic table : tables.subList(0, Math.min(MOST, tables.size()))) {
                sheet.paragraph(NAME, Printable.line(table.table()));
                sheet.paragraph(DETAIL, done(table, measured));
            }
            rest(tables.size());
        }
        List<StatementWork> statements = measured.statements();
        if (!statements.isEmpty()) {
            sheet.paragraph(2, Words.count(statements.size(), "statement") + " called, by the time they took:");
            for (StatementWork statement : statements.subList(0, Math.min(MOST, statements.size()))) {
                sheet.paragraph(
                        NAME,
                        time(statement.millis()) + " in " + Words.count(statement.calls(), "call") + ", "
                                + Words.count(statement.rows(), "row"));
                sheet.paragraph(DETAIL, shortened(statement.text()));
            }
            rest(statements.size());
        }
        for (String remark : measured.remarks()) {
            sheet.paragraph(2, "not compared: " + remark);
        }
    }

    private String done(TableTraffic table, Measured measured) {
        List<String> parts = new ArrayList<>();
        if (table.written() > 0) {
            parts.add(Words.count(table.written(), "row") + " written"
                    + rate(table.written(), measured) + ": " + Words.count(table.inserted())
                    + " inserted, " + Words.count(table.updated()) + " updated, " + Words.count(table.deleted())
                    + " deleted");
        }
        if (table.sequentialScans() > 0) {
            parts.add(
                    Words.count(table.sequentialScans(), "sequential scan") + rate(table.sequentialScans(), measured));
        }
        if (table.indexScans() > 0) {
            parts.add(Words.count(table.indexScans(), "index scan") + rate(table.indexScans(), measured));
        }
        if (table.growth() != 0 && table.bytesBefore() != null && table.bytesAfter() != null) {
            parts.add("size " + Words.bytes(table.bytesBefore()) + (terminal.unicode() ? " → " : " -> ")
                    + Words.bytes(table.bytesAfter()));
        }
        return String.join("; ", parts);
    }

    private void rest(int size) throws IOException {
        if (size > MOST) {
            sheet.paragraph(NAME, "and " + Words.count(size - MOST) + " more: --format json lists every one");
        }
    }

    private static String rate(Counter counter, Measured measured) {
        double rate = measured.perSecond(counter.amount());
        return switch (counter.unit()) {
            case COUNT -> perSecond(rate);
            case BYTES -> rate < 1 ? "" : " (" + Words.bytes(Math.round(rate)) + " a second)";
            case MILLISECONDS -> "";
        };
    }

    private static String rate(long number, Measured measured) {
        return perSecond(measured.perSecond((double) number));
    }

    private static String perSecond(double rate) {
        return rate < 0.1 ? "" : String.format(Locale.ROOT, rate < 10 ? " (%.1f a second)" : " (%,.0f a second)", rate);
    }

    private static String amount(Counter counter, double amount) {
        return switch (counter.unit()) {
            case COUNT -> Words.count(Math.round(amount));
            case BYTES -> Words.bytes(Math.round(amount));
            case MILLISECONDS -> time(amount);
        };
    }

    private static String time(double millis) {
        return millis < 10_000
                ? String.format(Locale.ROOT, "%,.1f ms", millis)
                : Words.duration(Duration.ofMillis(Math.round(millis)));
    }

    private static String length(Duration length) {
        return length.toSeconds() < 1 ? "less than a second" : Words.duration(length);
    }

    private static String shortened(String text) {
        String line = Printable.prose(text);
        return line.length() <= LONGEST_STATEMENT ? line : line.substring(0, LONGEST_STATEMENT) + " …";
    }

    private void heading(String text) throws IOException {
        sheet.paragraph("", Ink.PLAIN, 0, text, Ink.BOLD);
    }
}
