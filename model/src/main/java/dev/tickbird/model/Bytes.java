// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A size, written and read as PostgreSQL writes it: `10 MB`.
public record Bytes(long number) {

    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|kB|MB|GB|TB)");
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    /// The size that a text such as `10 MB` or `512kB` says.
    ///
    /// @throws NumberFormatException if the text is no size
    public static Bytes parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NumberFormatException("no size: " + text);
        }
        return new Bytes(
                Math.round(Double.parseDouble(matcher.group(1)) * (1L << (10 * UNITS.indexOf(matcher.group(2))))));
    }

    /// Like `pg_size_pretty`, with one decimal below ten.
    @Override
    public String toString() {
        String[] names = {"bytes", "kB", "MB", "GB", "TB", "PB"};
        double value = number;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < names.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && Math.abs(value) < 10 ? "%.1f %s" : "%.0f %s", value, names[unit]);
    }
}
