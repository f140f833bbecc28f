// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

/// How foreign text becomes harmless. Markup is escaped; characters that nobody can see, among them those that turn the
/// direction of writing, are shown by their number. Where elements may stand the character itself stays beside its
/// number, shut in an element of its own, so that SQL copied from the page is still the same SQL.
final class Escape {

    private Escape() {}

    /// For text between tags.
    static void text(String text, StringBuilder out) {
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                out.append("<bdi class=\"hidden-character\" data-code=\"")
                        .append(code(point))
                        .append("\">");
                character(point, out);
                out.append("</bdi>");
            } else {
                character(point, out);
            }
        });
    }

    /// For attribute values and for places that hold text only.
    static void plain(String text, StringBuilder out) {
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                out.append('\u27e8').append(code(point)).append('\u27e9');
            } else {
                character(point, out);
            }
        });
    }

    private static void character(int point, StringBuilder out) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\r' -> out.append("&#13;");
            case 0 -> out.append('\ufffd');
            default -> out.appendCodePoint(isHalf(point) ? 0xfffd : point);
        }
    }

    /// Emoji are joined by U+200D and coloured by variation selectors; those are no format characters to worry about.
    private static boolean isHidden(int point) {
        if (point == '\n' || point == '\t' || point == 0x200c || point == 0x200d) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String code(int point) {
        return String.format("U+%04X", point);
    }
}
