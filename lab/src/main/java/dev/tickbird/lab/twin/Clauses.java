// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Firing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns of SQL that many statements share.
final class Clauses {

    private static final String TOAST = "toast.";

    private Clauses() {}

    /// `with (fillfactor = '70')`, from what the catalogs write as `fillfactor=70`; empty where there is none.
    static String with(List<String> options, List<String> toastOptions) {
        List<String> all = new ArrayList<>();
        options.forEach(option -> all.add(assigned(option).text()));
        toastOptions.forEach(option -> all.add(TOAST + assigned(option).text()));
        return all.isEmpty() ? "" : " with (" + String.join(", ", all) + ')';
    }

    static String with(List<String> options) {
        return with(options, List.of());
    }

    /// The same without the word before it.
    static String list(List<String> options) {
        return '(' + options.stream().map(option -> assigned(option).text()).collect(Collectors.joining(", ")) + ')';
    }

    /// `options (host 'there')`.
    static String foreign(List<String> options) {
        return options.isEmpty()
                ? ""
                : options.stream()
                        .map(option ->
                                Sql.format("%I %L", name(option), value(option)).text())
                        .collect(Collectors.joining(", ", " options (", ")"));
    }

    /// `enable replica`; empty for what fires as usual.
    static Optional<Sql> enabling(Firing firing) {
        return switch (firing) {
            case ORIGIN -> Optional.empty();
            case REPLICA -> Optional.of(Sql.format("enable replica"));
            case ALWAYS -> Optional.of(Sql.format("enable always"));
            case DISABLED -> Optional.of(Sql.format("disable"));
        };
    }

    /// A role, or everybody.
    static String grantee(String role) {
        return role.equals("public") ? role : Sql.format("%I", role).text();
    }

    /// The server's text without the semicolon that `pg_get_viewdef` and its kin put at its end.
    static String bare(String definition) {
        String text = definition.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static Sql assigned(String option) {
        return Sql.format("%I = %L", name(option), value(option));
    }

    private static String name(String option) {
        return option.substring(0, Math.max(0, option.indexOf('=')));
    }

    private static String value(String option) {
        return option.substring(option.indexOf('=') + 1);
    }
}
