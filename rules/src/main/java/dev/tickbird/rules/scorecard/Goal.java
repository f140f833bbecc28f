// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.finding.Words;
import java.time.Duration;
import java.util.Locale;

/// What a healthy server reaches. Times are in milliseconds, shares between 0 and 1.
public enum Goal {
    QUERY_TIME("95th percentile of query times", Unit.TIME, false, 50),
    CONNECTION_TIME("time to connect", Unit.TIME, false, 10),
    CACHE_HIT("blocks found in memory", Unit.SHARE, true, 0.95),
    INDEX_HIT("index blocks found in memory", Unit.SHARE, true, 0.99),
    BLOAT("bloat of tables", Unit.SHARE, false, 0.2),
    REPLICATION_LAG("replication lag", Unit.TIME, false, 500),
    DATA_LOSS("data lost in a disaster (RPO)", Unit.TIME, false, minutes(5)),
    RECOVERY_TIME("time to recover (RTO)", Unit.TIME, false, minutes(60)),
    UPTIME("uptime", Unit.SHARE, true, 0.9995),
    FAILOVER_TIME("time to fail over", Unit.TIME, false, minutes(0.5));

    private final String title;
    private final Unit unit;
    private final boolean more;
    private final double limit;

    private enum Unit {
        TIME,
        SHARE
    }

    /// @param more whether more than the limit is good, and not less
    Goal(String title, Unit unit, boolean more, double limit) {
        this.title = title;
        this.unit = unit;
        this.more = more;
        this.limit = limit;
    }

    private static double minutes(double minutes) {
        return minutes * Duration.ofMinutes(1).toMillis();
    }

    public String title() {
        return title;
    }

    /// `query-time`: what programs call it.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public double limit() {
        return limit;
    }

    /// Whether more than the limit is good, and not less.
    public boolean moreIsBetter() {
        return more;
    }

    public boolean isShare() {
        return unit == Unit.SHARE;
    }

    /// What is to be reached, such as `< 50 ms`.
    public String wanted() {
        return (more ? "> " : "< ") + words(limit);
    }

    boolean isMetBy(double value) {
        return more ? value > limit : value < limit;
    }

    /// A value as people say it: `12 ms`, `98.7 %`.
    public String words(double value) {
        return unit == Unit.SHARE ? percent(value) : time(value);
    }

    /// Near a whole, the digits that matter come late: 99.95 %.
    private static String percent(double share) {
        double percent = share * 100;
        String form = percent >= 99 && percent < 100 ? "%.2f" : percent < 10 ? "%.1f" : "%.0f";
        String digits = String.format(Locale.ROOT, form, Math.min(percent, 100));
        return digits.replaceAll("\\.?0+$", "").equals("") ? "0 %" : trimmed(digits) + " %";
    }

    private static String trimmed(String digits) {
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    private static String time(double millis) {
        if (millis < 1000) {
            return trimmed(String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis)) + " ms";
        }
        if (millis < Duration.ofMinutes(1).toMillis()) {
            return trimmed(String.format(Locale.ROOT, "%.1f", millis / 1000)) + " s";
        }
        return Words.duration(Duration.ofMillis(Math.round(millis)));
    }
}
