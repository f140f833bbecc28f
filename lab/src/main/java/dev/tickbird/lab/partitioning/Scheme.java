// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.PartitionedTable.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a table is to be divided, as users write it: `orders by range (placed) every 1 month`.
///
/// @param table its name as it was written
/// @param columns the key's
record Scheme(String table, Strategy strategy, List<String> columns, Division division) {

    /// Where one partition ends and the next begins.
    sealed interface Division {

        /// Nothing is said of it.
        record Usual() implements Division {}

        /// @param step an interval or a number
        record Every(String step) implements Division {}

        record Into(int count) implements Division {}

        /// @param bounds `for values …`, one a partition
        record Given(List<String> bounds) implements Division {}
    }

    static final int MOST = 1000;

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern SCHEME = Pattern.compile("(?isU)^\\s*(?:table\\s+)?(" + NAME + "(?:\\s*\\.\\s*" + NAME
            + ")?)\\s+(?:partition\\s+)?by\\s+(range|list|hash)\\s*\\(((?:\"[^\"]*\"|[^()\"])*)\\)\\s*(.*?)\\s*$");
    private static final Pattern COLUMN = Pattern.compile("(?U)\\s*(" + NAME + ")\\s*(?:,|$)");
    private static final Pattern EVERY = Pattern.compile("(?is)every\\s+(?:interval\\s*)?'?([^']+?)'?");
    private static final Pattern INTO = Pattern.compile("(?is)into\\s+(\\d{1,9})(?:\\s+partitions?)?");
    private static final Pattern GIVEN = Pattern.compile(
            "(?is)(?:partition\\s+" + NAME + "\\s+)?(for\\s+values\\s.+?)\\s*(?:,(?=\\s*(?:partition|for)\\s)|$)");
    private static final Map<String, String> STEPS = Map.of(
            "hourly", "1 hour",
            "daily", "1 day",
            "weekly", "1 week",
            "monthly", "1 month",
            "quarterly", "3 months",
            "yearly", "1 year");

    static Scheme parse(String text) {
        Matcher matcher = SCHEME.matcher(text);
        if (!matcher.matches()) {
            throw unclear(text);
        }
        Strategy strategy = Strategy.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        List<String> columns = columns(text, matcher.group(3));
        Division division = division(text, matcher.group(4));
        boolean fits = switch (division) {
            case Division.Usual _ -> true;
            case Division.Every _ -> strategy == Strategy.RANGE;
            case Division.Into _ -> strategy != Strategy.LIST;
            case Division.Given _ -> strategy != Strategy.HASH;
        };
        if (!fits) {
            throw unclear(text);
        }
        if (columns.size() > 1 && strategy != Strategy.HASH) {
            throw TickbirdException.usage(
                    "cannot divide table " + shown(matcher.group(1))
                            + " by several columns: how their values go together stands in no statistics",
                    "Name one column; only by hash there may be several.");
        }
        return new Scheme(matcher.group(1), strategy, columns, division);
    }

    private static List<String> columns(String text, String list) {
        List<String> columns = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(list);
        int end = 0;
        while (end < list.length() && matcher.find(end) && matcher.start() == end) {
            String name = matcher.group(1);
            columns.add(
                    name.startsWith("\"")
                            ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                            : name.toLowerCase(Locale.ROOT));
            end = matcher.end();
        }
        if (columns.isEmpty() || end < list.length()) {
            throw unclear(text);
        }
        return columns;
    }

    private static Division division(String text, String words) {
        String step = STEPS.get(words.toLowerCase(Locale.ROOT));
        Matcher every = EVERY.matcher(words);
        Matcher into = INTO.matcher(words);
        if (words.isEmpty()) {
            return new Division.Usual();
        }
        if (step != null || every.matches()) {
            return new Division.Every(step != null ? step : every.group(1).strip());
        }
        if (into.matches()) {
            int count = Integer.parseInt(into.group(1));
            if (count < 1 || count > MOST) {
                throw tooMany(count);
            }
            return new Division.Into(count);
        }
        return new Division.Given(given(text, words));
    }

    private static List<String> given(String text, String words) {
        List<String> bounds = new ArrayList<>();
        Matcher matcher = GIVEN.matcher(words);
        int end = 0;
        while (end < words.length()
                && matcher.find(end)
                && words.substring(end, matcher.start()).isBlank()) {
            bounds.add(matcher.group(1));
            end = matcher.end();
        }
        if (bounds.isEmpty() || end < words.length()) {
            throw unclear(text);
        }
        return bounds;
    }

    static TickbirdException tooMany(long count) {
        return TickbirdException.usage(
                "cannot divide a table into " + count + " partitions: there are 1 to " + MOST,
                "Say how large each is to be, such as \"every 1 month\", or how many there are, such as \"into 8\".");
    }

    private static TickbirdException unclear(String text) {
        return TickbirdException.usage(
                "\"" + text + "\" does not say how a table is divided",
                "Write it as \"orders by range (placed) every 1 month\", \"orders by list (state)\" or"
                        + " \"orders by hash (id) into 8\".");
    }

    static String shown(String table) {
        return table.startsWith("\"") ? table : '"' + table + '"';
    }

    /// As `pg_get_partkeydef` writes it.
    String key() {
        return Sql.format("%s (%I)", strategy, columns).text();
    }
}
