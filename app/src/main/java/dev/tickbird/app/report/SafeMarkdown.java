// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.util.regex.Pattern;

/// How text that came from elsewhere is written in Markdown so that it stays text: no markup, no link, no mention, no
/// formula, no end of the cell or block it stands in.
final class SafeMarkdown {

    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*\\[\\]|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern BLOCK_START = Pattern.compile("^(?=[-+=#:])");
    private static final Pattern LIST_START = Pattern.compile("^(\\d{1,9})([.)])");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    /// Where an address, a mention or a number of an issue would become a link, nothing is put between its parts.
    private static final Pattern LINK = Pattern.compile("(?<=[@#])(?=\\w)|(?<=:)(?=//)|(?<=(?i:www))(?=\\.)");

    private SafeMarkdown() {}

    /// One paragraph.
    static String text(String text) {
        String shown = Printable.prose(text);
        shown = ACTIVE.matcher(shown).replaceAll("\\\\$0");
        shown = BLOCK_START.matcher(shown).replaceFirst("\\\\");
        shown = LIST_START.matcher(shown).replaceFirst("$1\\\\$2");
        shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return LINK.matcher(shown).replaceAll("<!-- -->");
    }

    /// A name in code style, exact but for characters that nobody sees.
    static String code(String text) {
        String shown = Printable.line(text);
        String fence = "`".repeat(longestRun(shown) + 1);
        boolean touches = shown.startsWith("`") || shown.endsWith("`");
        return touches ? fence + ' ' + shown + ' ' + fence : fence + shown + fence;
    }

    /// Lines of SQL in a fence that nothing in them can end.
    static String fenced(String sql) {
        String fence = "`".repeat(Math.max(longestRun(sql) + 1, 3));
        return fence + "sql\n" + sql + '\n' + fence;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
