// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a partition of a range begins and ends, on a scale of its own: milliseconds since 1970 of dates and times,
/// which count as UTC where they say nothing else, or the numbers themselves.
///
/// @param from the first value that is in it; [Long#MIN_VALUE] if it has no beginning
/// @param to the first value that is behind it; [Long#MAX_VALUE] if it has no end
/// @param lowest as the server writes it
/// @param highest as the server writes it
record RangeBound(Scale scale, long from, long to, String lowest, String highest) {

    enum Scale {
        TIME,
        NUMBER,
        /// Without beginning or end, it fits any.
        ANY
    }

    private static final String VALUE = "'((?:[^']|'')*)'|(\\d+)|(MINVALUE)|(MAXVALUE)";
    private static final Pattern BOUND =
            Pattern.compile("FOR VALUES FROM \\((?<from>" + VALUE + ")\\) TO \\((?<to>" + VALUE + ")\\)");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[xxx][x]")
            .optionalEnd()
            .toFormatter();

    /// Empty for a bound of several columns, and for one of another type.
    static Optional<RangeBound> of(String bound) {
        Matcher matcher = BOUND.matcher(bound);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = plain(matcher.group("from"));
        String to = plain(matcher.group("to"));
        Scale scale = scale(from) == Scale.ANY ? scale(to) : scale(from);
        try {
            return Optional.of(new RangeBound(scale, place(from, scale), place(to, scale), from, to));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // infinity, a name, a year that nobody lives to see
        }
    }

    boolean isFinite() {
        return from != Long.MIN_VALUE && to != Long.MAX_VALUE;
    }

    long width() {
        return to - from;
    }

    private static String plain(String written) {
        return written.startsWith("'")
                ? written.substring(1, written.length() - 1).replace("''", "'")
                : written;
    }

    private static Scale scale(String value) {
        if (value.equals("MINVALUE") || value.equals("MAXVALUE")) {
            return Scale.ANY;
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d.*") ? Scale.TIME : Scale.NUMBER;
    }

    private static long place(String value, Scale scale) {
        return switch (value) {
            case "MINVALUE" -> Long.MIN_VALUE;
            case "MAXVALUE" -> Long.MAX_VALUE;
            default -> scale == Scale.TIME ? moment(value) : Long.parseLong(value);
        };
    }

    private static long moment(String value) {
        TemporalAccessor parsed = value.length() == 10
                ? LocalDate.parse(value).atStartOfDay()
                : TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        Instant moment = parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        return moment.toEpochMilli();
    }
}
