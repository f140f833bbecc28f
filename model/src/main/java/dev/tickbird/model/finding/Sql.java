// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SQL that is prescribed. The only way to one is {@link #format}, whose text is a constant and whose names and values
/// are quoted, as PostgreSQL's own `format()` does: `%I` an identifier, a qualified name or a list of identifiers,
/// `%L` a literal, `%s` another `Sql` or text that the server itself wrote (`pg_get_indexdef` and its kin).
public record Sql(String text) {

    private static final Pattern PLACE = Pattern.compile("%[ILs%]");

    public static Sql format(@CompileTimeConstant final String format, Object... arguments) {
        Iterator<Object> next = List.of(arguments).iterator();
        String text = PLACE.matcher(format).replaceAll(place -> Matcher.quoteReplacement(filled(place.group(), next)));
        if (next.hasNext()) {
            throw new IllegalArgumentException("more arguments than places in: " + format);
        }
        return new Sql(text);
    }

    private static String filled(String place, Iterator<Object> arguments) {
        return switch (place) {
            case "%I" -> identifier(arguments.next());
            case "%L" -> literal(String.valueOf(arguments.next()));
            case "%s" -> String.valueOf(arguments.next());
            default -> "%";
        };
    }

    private static String identifier(Object name) {
        return switch (name) {
            case QualifiedName qualified -> qualified.toString();
            case List<?> names ->
                names.stream()
                        .map(each -> Identifier.quoted(String.valueOf(each)))
                        .collect(Collectors.joining(", "));
            default -> Identifier.quoted(String.valueOf(name));
        };
    }

    private static String literal(String value) {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : " E'" + doubled.replace("\\", "\\\\") + "'";
    }

    @Override
    public String toString() {
        return text;
    }
}
