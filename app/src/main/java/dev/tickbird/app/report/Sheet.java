// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A terminal to write on: wraps words, leaves code whole, and trusts no text.
final class Sheet {

    /// Longer lines are hard to read, however wide the screen is.
    private static final int WIDEST = 120;

    private final Appendable out;
    private final Terminal terminal;
    private final int width;

    Sheet(Appendable out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        this.width = Math.min(terminal.width(), WIDEST);
    }

    void blank() throws IOException {
        out.append('\n');
    }

    void rule() throws IOException {
        line(Ink.DIM.on((terminal.unicode() ? "─" : "-").repeat(width), terminal));
    }

    /// A paragraph; its first line starts with a label, the others are indented as far as the text beside the label.
    void paragraph(String label, Ink labelInk, int indent, String text, Ink ink) throws IOException {
        String start = beside(label, labelInk, indent);
        for (String wrapped : wrapped(Printable.prose(text), width - indent)) {
            line(start + ink.on(wrapped, terminal));
            start = " ".repeat(indent);
        }
    }

    void paragraph(int indent, String text) throws IOException {
        paragraph("", Ink.PLAIN, indent, text, Ink.PLAIN);
    }

    /// A text that somebody may copy: on one line, however long.
    void whole(String label, int indent, String text) throws IOException {
        line(beside(label, Ink.DIM, indent) + Printable.line(text));
    }

    /// Lines that somebody will paste.
    void code(int indent, String lines) throws IOException {
        for (String each : lines.split("\n", -1)) {
            line(" ".repeat(indent) + (each.startsWith("--") ? Ink.DIM : Ink.CODE).on(each, terminal));
        }
    }

    private String beside(String label, Ink ink, int indent) {
        return ink.on(label, terminal) + " ".repeat(indent - label.length());
    }

    private void line(String text) throws IOException {
        out.append(text.stripTrailing()).append('\n');
    }

    /// A word that is longer than a line stays whole: it may be a name that somebody copies.
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        int used = 0;
        for (String word : text.split(" ", -1)) { // two spaces are an empty word between
            int columns = columns(word);
            if (used > 0 && used + 1 + columns > width) {
                lines.add(line);
                line = word;
                used = columns;
            } else {
                line = used == 0 ? word : line + ' ' + word;
                used += columns + (used > 0 ? 1 : 0);
            }
        }
        lines.add(line);
        return lines;
    }

    /// How many columns a word takes: ideographs and emoji take two, marks none.
    private static int columns(String word) {
        return word.codePoints().map(Sheet::columns).sum();
    }

    private static int columns(int point) {
        if (point < 0x300) {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Character.isIdeographic(point) || Character.isEmojiPresentation(point) ? 2 : 1;
        };
    }
}
