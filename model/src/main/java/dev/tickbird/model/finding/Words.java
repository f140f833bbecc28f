// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers and lists as people say them.
public final class Words {

    private Words() {}

    /// `1500000` becomes `1,500,000`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `count(2, "row")` becomes `2 rows`.
    public static String count(long number, String noun) {
        return count(number) + ' ' + (number == 1 ? noun : plural(noun));
    }

    /// `policy` becomes `policies`.
    public static String plural(String noun) {
        if (noun.matches(".*[^aeiou]y") && !noun.endsWith("standby")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("x") || noun.endsWith("s") ? "es" : "s");
    }

    /// The first so many, and how many others there are: `a, b and 3 more`.
    public static String some(List<String> texts, int most) {
        String first = texts.stream().limit(most).collect(Collectors.joining(", "));
        return texts.size() <= most ? first : first + " and " + count(texts.size() - most) + " more";
    }

    public static String bytes(long number) {
        return new Bytes(number).toString();
    }

    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent != 0 && Math.abs(percent) < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    /// The largest unit that fits, such as `3 days` or `40 seconds`.
    public static String duration(Duration duration) {
        if (duration.toDays() >= 2) {
            return count(duration.toDays(), "day");
        }
        if (duration.toHours() >= 2) {
            return count(duration.toHours(), "hour");
        }
        if (duration.toMinutes() >= 2) {
            return count(duration.toMinutes(), "minute");
        }
        return count(duration.toSeconds(), "second");
    }
}
