// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.util.Locale;
import java.util.regex.Pattern;

/// Text that came from a server or a configuration, made harmless: what would move the cursor, colour the screen, turn
/// the reading direction or hide itself is shown by its number, as in `<U+202E>`. Everything else stays as it is.
public final class Printable {

    private static final Pattern LINE_BREAKS = Pattern.compile("[ \\t\\r\\n\\x0B\\f]*[\\r\\n][ \\t\\r\\n\\x0B\\f]*");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /// One line: line breaks are shown, not obeyed.
    public static String line(String text) {
        if (text.codePoints().noneMatch(Printable::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /// A paragraph: line breaks, as in a query, become spaces.
    public static String prose(String text) {
        return line(LINE_BREAKS.matcher(text.strip()).replaceAll(" "));
    }

    /// Code of several lines: line breaks stay, tabulators become spaces.
    public static String code(String text) {
        String[] lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(lines[i]);
        }
        return String.join("\n", lines);
    }

    /// Whether a character is not seen as itself. The joiners stay: whole scripts and families of emoji need them.
    static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static void append(StringBuilder shown, int point) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isHidden(point)) {
                    shown.append(String.format(Locale.ROOT, "<U+%04X>", point));
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }
}
