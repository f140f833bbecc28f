// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column of a foreign key and the column it references, whose types do not fit.
///
/// @param type the referencing column's, a domain's resolved
/// @param referencedType the referenced column's, a domain's resolved
record KeyColumns(Column column, String type, Column referenced, String referencedType, Harm harm) {

    /// Worst first.
    enum Harm {
        /// Compared after conversion or in another collation: an index on the referencing side cannot help.
        CONVERTED,
        /// Compared as moments, which depend on the session's time zone.
        SHIFTED,
        /// It cannot hold every value of the referenced column.
        NARROWER;

        String cost(QualifiedName referenced) {
            return switch (this) {
                case CONVERTED ->
                    "Values are converted to be compared; joins along the key, and deletes from " + referenced
                            + ", cannot use an index on the other side and read all of its rows.";
                case SHIFTED ->
                    "Which row is meant depends on the time zone of the session: one session finds it, another does not.";
                case NARROWER ->
                    "Rows of " + referenced + " whose key does not fit can never be referenced: such inserts fail.";
            };
        }
    }

    /// Types that compare with each other without conversion, the narrowest first.
    private static final List<List<String>> FAMILIES = List.of(
            List.of("smallint", "integer", "bigint"),
            List.of("real", "double precision"),
            List.of("date", "timestamp without time zone"),
            List.of("cidr", "inet"));

    private static final List<String> TEXTS = List.of("text", "character varying", "name");
    private static final Pattern REWRITTEN =
            Pattern.compile("smallint|integer|real|date|character\\(.*|bit\\(.*|\"char\"");
    private static final Pattern MODIFIER = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");

    /// Empty if they fit, or if the referencing one can hold more, which harms nobody.
    static Optional<KeyColumns> of(Column column, Column referenced, Map<Long, Domain> domains) {
        String type = resolved(column, domains);
        String referencedType = resolved(referenced, domains);
        return harm(type, referencedType)
                .or(() -> Objects.equals(column.collation(), referenced.collation())
                        ? Optional.empty()
                        : Optional.of(Harm.CONVERTED))
                .map(harm -> new KeyColumns(column, type, referenced, referencedType, harm));
    }

    /// Types and collations of both sides, as a sentence shows them.
    String written() {
        boolean sameType = type.equals(referencedType);
        return column.name() + " is " + (sameType ? collation(column) : column.type()) + " and references "
                + referenced.name() + ", which is " + (sameType ? collation(referenced) : referenced.type());
    }

    /// Whether to give the column the referenced type writes the table anew: a longer text or a finer time is the
    /// same on disk, and so is a number with more digits before the point.
    boolean rewrites() {
        return kind(type).equals("numeric")
                ? numeric(referencedType)[1] != Long.MAX_VALUE && numeric(type)[1] != numeric(referencedType)[1]
                : REWRITTEN.matcher(type).matches();
    }

    private static String collation(Column column) {
        return "of collation " + Objects.requireNonNullElse(column.collation(), "default");
    }

    private static String resolved(Column column, Map<Long, Domain> domains) {
        return Optional.ofNullable(domains.get(column.typeOid()))
                .map(Domain::baseType)
                .orElse(column.type());
    }

    private static Optional<Harm> harm(String type, String referenced) {
        String kind = kind(type);
        String other = kind(referenced);
        for (List<String> family : FAMILIES) {
            if (family.contains(kind) && family.contains(other) && !kind.equals(other)) {
                return family.indexOf(kind) < family.indexOf(other) ? Optional.of(Harm.NARROWER) : Optional.empty();
            }
        }
        if (isMoment(kind) && isMoment(other) && !kind.equals(other)) {
            return Optional.of(Harm.SHIFTED);
        }
        boolean texts = TEXTS.contains(kind) && TEXTS.contains(other);
        if (!texts && !kind.equals(other)) {
            return Optional.of(Harm.CONVERTED);
        }
        boolean narrower =
                kind.equals("numeric") ? digits(type, referenced) : limit(type, kind) < limit(referenced, other);
        return narrower ? Optional.of(Harm.NARROWER) : Optional.empty();
    }

    private static boolean isMoment(String kind) {
        return kind.equals("date") || kind.startsWith("timestamp");
    }

    /// The type's name without its modifier.
    private static String kind(String type) {
        return MODIFIER.matcher(type).replaceAll("");
    }

    /// Whether a number has fewer digits before or behind the point than the referenced one.
    private static boolean digits(String type, String referenced) {
        long[] own = numeric(type);
        long[] other = numeric(referenced);
        return own[0] < other[0] || own[1] < other[1];
    }

    private static long[] numeric(String type) {
        Matcher matcher = MODIFIER.matcher(type);
        long[] digits = new long[2];
        Arrays.fill(digits, Long.MAX_VALUE);
        if (matcher.find()) {
            digits[1] = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
            digits[0] = Long.parseLong(matcher.group(1)) - digits[1];
        }
        return digits;
    }

    /// Length or, of times, digits of a second; six if nothing else is said.
    private static long limit(String type, String kind) {
        Matcher matcher = MODIFIER.matcher(type);
        if (matcher.find()) {
            return Long.parseLong(matcher.group(1));
        }
        if (kind.equals("name")) {
            return 63;
        }
        return kind.startsWith("time") || kind.equals("interval") ? 6 : Long.MAX_VALUE;
    }
}
