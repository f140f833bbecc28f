// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import java.util.Set;

/// What lies between two values of a type, if something does: then values between those that statistics hold can be
/// made, and steps be counted.
enum Scale {
    NUMBER(
            "case when known.value::numeric - known.value::numeric = 0 then known.value::numeric end",
            "point.number",
            "{1000,100,10,1,0.1,0.01,0.001,0.0001}"),
    DATE(
            "case when isfinite(known.value) then known.value - date '2000-01-01' end::numeric",
            "date '2000-01-01' + point.number::integer",
            "{1}"),
    TIMESTAMP(
            "case when isfinite(known.value) then extract(epoch from known.value)::numeric end",
            "timestamp 'epoch' + point.number::float8 * interval '1 second'",
            "{86400,3600,60,1}"),
    TIMESTAMP_WITH_TIME_ZONE(
            "case when isfinite(known.value) then extract(epoch from known.value)::numeric end",
            "to_timestamp(point.number::float8)",
            "{86400,3600,60,1}"),
    NONE("null::numeric", "null", "{}");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final String number;
    private final String value;
    private final String grains;

    Scale(String number, String value, String grains) {
        this.number = number;
        this.value = value;
        this.grains = grains;
    }

    /// @param type without its modifier
    static Scale of(String type) {
        if (NUMBERS.contains(type)) {
            return NUMBER;
        }
        return switch (type) {
            case "date" -> DATE;
            case "timestamp without time zone" -> TIMESTAMP;
            case "timestamp with time zone" -> TIMESTAMP_WITH_TIME_ZONE;
            default -> NONE;
        };
    }

    boolean isTime() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMP_WITH_TIME_ZONE;
    }

    /// SQL that makes a number of `known.value`; null where it has no place on the scale.
    String number() {
        return number;
    }

    /// SQL that makes a value of `point.number`.
    String value() {
        return value;
    }

    /// The steps in which all values may come, the largest that fits first, as an array in SQL.
    String grains() {
        return grains;
    }
}
