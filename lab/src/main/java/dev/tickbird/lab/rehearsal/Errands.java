// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.util.List;

/// What only a superuser may do, and what yet runs no code of the user's.
final class Errands {

    private static final List<String[]> FORMS = List.of(
            words("alter", "system"),
            words("alter", "database"),
            words("alter", "role"),
            words("alter", "extension"),
            words("create", "extension"),
            words("drop", "extension"),
            words("alter", "publication"),
            words("drop", "publication"),
            words("alter", "event", "trigger"),
            words("drop", "event", "trigger"));

    private Errands() {}

    /// Whether a script does nothing else.
    static boolean are(SqlScript script) {
        return !script.statements().isEmpty()
                && script.statements().stream()
                        .allMatch(statement -> statement.isAboutTransactions() || isErrand(statement));
    }

    private static boolean isErrand(SqlStatement statement) {
        boolean reload = statement.text().equals("select pg_reload_conf()");
        return reload || FORMS.stream().anyMatch(statement::beginsWith);
    }

    private static String[] words(String... words) {
        return words;
    }
}
