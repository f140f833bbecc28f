// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.server.Setting;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A setting's value as `show` prints it, so that two values look the same only if they are.
final class SettingText {

    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,14}");
    private static final Pattern UNIT = Pattern.compile("(\\d*)(B|kB|MB)");
    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB");

    private SettingText() {}

    /// What new sessions get: what Tickbird's own session set while it looked is left aside.
    static String of(Setting setting) {
        String value = setting.source().equals("session")
                ? Objects.requireNonNullElse(setting.resetValue(), setting.value())
                : setting.value();
        if (setting.unit() == null || !WHOLE.matcher(value).matches()) {
            return setting.type().equals("string") ? quoted(value) : value;
        }
        Matcher size = UNIT.matcher(setting.unit());
        return size.matches() ? size(Long.parseLong(value), size) : value + ' ' + setting.unit();
    }

    static String quoted(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    private static String size(long number, Matcher unit) {
        long amount = number * (unit.group(1).isEmpty() ? 1 : Long.parseLong(unit.group(1)));
        int rank = SIZES.indexOf(unit.group(2));
        while (amount % 1024 == 0 && rank < SIZES.size() - 1) {
            amount /= 1024;
            rank++;
        }
        return amount + " " + SIZES.get(rank);
    }
}
