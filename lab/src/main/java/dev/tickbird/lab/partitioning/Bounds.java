// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Where the partitions of a table begin and end, as its values lie.
final class Bounds {

    /// @param clause `for values …`
    /// @param label what tells the partition from others
    record Bound(String clause, String label) {}

    private record Step(String interval, long seconds) {}

    private static final int USUAL_COUNT = 8;
    private static final int MOST_BY_TIME = 60; // where nobody says how many
    private static final long DAY = 86_400;
    private static final List<Step> USUAL_STEPS = List.of(
            new Step("1 hour", 3600),
            new Step("1 day", DAY),
            new Step("1 week", 7 * DAY),
            new Step("1 month", 30 * DAY),
            new Step("3 months", 91 * DAY),
            new Step("1 year", 365 * DAY),
            new Step("10 years", 3652 * DAY));

    private static final String TIME_SPAN = """
            select extract(epoch from max(known.value)::timestamp - min(known.value)::timestamp)::float8
            from pg_temp.tickbird_known as known
            where isfinite(known.value)
            """;

    private static final String NUMBER_SPAN = """
            select (max(known.value)::numeric - min(known.value)::numeric)::float8
            from pg_temp.tickbird_known as known
            where known.value::numeric - known.value::numeric = 0
            """;

    private static final String UNIT = """
            select case when extract(year from step.step) + extract(month from step.step) > 0 then 'year'
                        when extract(day from step.step) > 0 and extract(day from step.step)::integer %% 7 = 0 then 'week'
                        else 'day' end
            from (select %L::interval) as step (step)
            """;

    private static final String TIMES = """
            select point.point::%s::text
            from (select min(known.value)::%s as lowest, max(known.value)::%s as highest
                  from pg_temp.tickbird_known as known
                  where isfinite(known.value)) as span
            cross join generate_series(date_trunc(%L, span.lowest), span.highest + %L::interval, %L::interval)
                as point (point)
            where point.point + %L::interval > span.lowest
            order by point.point
            """;

    private static final String NUMBERS = """
            select point.point::%s::text
            from (select floor(min(known.value)::numeric / %s) * %s as lowest, max(known.value)::numeric as highest
                  from pg_temp.tickbird_known as known
                  where known.value::numeric - known.value::numeric = 0) as span
            cross join generate_series(span.lowest, span.highest + %s, %s) as point (point)
            order by point.point
            """;

    private final Connection connection;
    private final Scheme scheme;
    private final String type;
    private final KeyValues values;
    private final Scale scale;

    /// @param type of the key, without its collation
    Bounds(Connection connection, Scheme scheme, String type, KeyValues values) {
        this.connection = connection;
        this.scheme = scheme;
        this.type = type;
        this.values = values;
        scale = values.scale();
    }

    List<Bound> all() throws SQLException {
        return switch (scheme.strategy()) {
            case HASH -> hashed(scheme);
            case LIST ->
                scheme.division() instanceof Scheme.Division.Given(List<String> bounds) ? given(bounds) : listed();
            case RANGE ->
                switch (scheme.division()) {
                    case Scheme.Division.Usual _ when scale.isTime() -> steps(usualStep());
                    case Scheme.Division.Usual _ -> parts(USUAL_COUNT);
                    case Scheme.Division.Into(int count) -> parts(count);
                    case Scheme.Division.Every(String step) -> steps(step);
                    case Scheme.Division.Given(List<String> bounds) -> given(bounds);
                };
        };
    }

    static List<Bound> hashed(Scheme scheme) {
        int count = scheme.division() instanceof Scheme.Division.Into(int wanted) ? wanted : USUAL_COUNT;
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bounds.add(new Bound(
                    Sql.format("for values with (modulus %s, remainder %s)", count, i)
                            .text(),
                    String.valueOf(i)));
        }
        return bounds;
    }

    private List<Bound> listed() throws SQLException {
        List<Bound> bounds = new ArrayList<>();
        for (Part.Value value : values.inOrder(connection)) {
            if (value.common()) {
                bounds.add(
                        new Bound(Sql.format("for values in (%L)", value.text()).text(), value.text()));
            }
        }
        if (bounds.isEmpty()) {
            throw TickbirdException.usage(
                    "cannot divide table " + Scheme.shown(scheme.table()) + " by list: no value of its column \""
                            + scheme.columns().getFirst() + "\" is common",
                    "Divide it by range or by hash, or say which values belong together: \"for values in ('a', 'b')\".");
        }
        return bounds;
    }

    private static List<Bound> given(List<String> clauses) {
        List<Bound> bounds = new ArrayList<>();
        clauses.forEach(clause -> bounds.add(new Bound(clause, String.valueOf(bounds.size() + 1))));
        return bounds;
    }

    private String usualStep() throws SQLException {
        double span = number(Sql.format(TIME_SPAN));
        return USUAL_STEPS.stream()
                .filter(step -> span / step.seconds() <= MOST_BY_TIME)
                .map(Step::interval)
                .filter(interval -> scale != Scale.DATE || !interval.equals("1 hour"))
                .findFirst()
                .orElse(USUAL_STEPS.getLast().interval());
    }

    private List<Bound> steps(String step) throws SQLException {
        List<String> points = scale.isTime() ? times(step) : numbers(step);
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            bounds.add(new Bound(
                    Sql.format("for values from (%L) to (%L)", points.get(i), points.get(i + 1))
                            .text(),
                    points.get(i)));
        }
        return bounds;
    }

    private List<String> times(String step) throws SQLException {
        String interval = step.matches("\\d+") && scale == Scale.DATE ? step + " days" : step;
        try {
            requireFew(
                    number(Sql.format(TIME_SPAN)),
                    number(Sql.format("select extract(epoch from %L::interval)::float8", interval)));
            String moment = scale == Scale.DATE ? "timestamp" : type;
            String unit = texts(Sql.format(UNIT, interval)).getFirst();
            return texts(Sql.format(TIMES, type, moment, moment, unit, interval, interval, interval));
        } catch (SQLException e) {
            throw refused(step, e);
        }
    }

    private List<String> numbers(String step) throws SQLException {
        if (scale != Scale.NUMBER || !step.matches("\\d+(\\.\\d+)?")) {
            throw TickbirdException.usage(
                    "cannot divide a column of type " + type + " at every \"" + step + "\"",
                    scale == Scale.NUMBER
                            ? "Say a number, such as \"every 1000000\"."
                            : "Say how many partitions there are, such as \"into 8\".");
        }
        try {
            requireFew(number(Sql.format(NUMBER_SPAN)), Double.parseDouble(step));
            return texts(Sql.format(NUMBERS, type, step, step, step, step));
        } catch (SQLException e) {
            throw refused(step, e);
        }
    }

    private TickbirdException refused(String step, SQLException e) {
        return TickbirdException.usage(
                "cannot divide table " + Scheme.shown(scheme.table()) + " at every \"" + step + "\": "
                        + Script.refusal(e),
                null);
    }

    private static void requireFew(double span, double step) {
        if (!(step > 0) || span / step > Scheme.MOST) {
            throw Scheme.tooMany(step > 0 ? (long) Math.ceil(span / step) : 0);
        }
    }

    /// Ranges with as many rows each, as far as values that many rows have let them.
    private List<Bound> parts(int count) throws SQLException {
        List<Part.Value> all = values.inOrder(connection);
        double whole = all.stream().mapToDouble(Part.Value::share).sum();
        List<String> points = new ArrayList<>();
        double reached = 0;
        double next = whole / count;
        for (Part.Value value : all) {
            if (reached >= next && points.size() < count - 1) {
                points.add(value.text());
                next = whole * (Math.floor(reached / whole * count) + 1) / count;
            }
            reached += value.share();
        }
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i <= points.size(); i++) {
            bounds.add(new Bound(
                    Sql.format(
                                    "for values from (%s) to (%s)",
                                    i == 0 ? "minvalue" : Sql.format("%L", points.get(i - 1)),
                                    i == points.size() ? "maxvalue" : Sql.format("%L", points.get(i)))
                            .text(),
                    String.valueOf(i + 1)));
        }
        return bounds;
    }

    private List<String> texts(Sql question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private double number(Sql question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            return row.getDouble(1);
        }
    }
}
