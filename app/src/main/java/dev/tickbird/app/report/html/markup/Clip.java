// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import dev.tickbird.model.finding.Words;

/// Keeps text of any length to what somebody reads, and says how much was left out. Never for SQL to be run.
public final class Clip {

    private Clip() {}

    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + " \u2026 (" + Words.count(text.length() - end, "more character") + ")";
    }

    /// For a label in a drawing, where there is no room to say more.
    public static String label(int length, String text) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "\u2026";
    }
}
