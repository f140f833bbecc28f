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

    /// Whether a script does nothing but set parameters of the server's own, and have them read. Those of extensions,
    /// which have a dot in their names, may hold code.
    static boolean areSettings(SqlScript script) {
        return !script.statements().isEmpty() && script.statements().stream().allMatch(Errands::isSetting);
    }

    private static boolean isSetting(SqlStatement statement) {
        List<Token> tokens = statement.tokens();
        boolean own = tokens.size() > 3
                && tokens.get(3).kind() == Token.Kind.WORD
                && (tokens.size() < 5 || !tokens.get(4).isSign('.'));
        return isReload(statement) || statement.beginsWith("alter", "system") && own;
    }

    private static boolean isReload(SqlStatement statement) {
        List<String> words = statement.tokens().stream().map(Token::text).toList();
        return words.equals(List.of("select", "pg_reload_conf", "(", ")"));
    }

    private static boolean isErrand(SqlStatement statement) {
        return isReload(statement) || FORMS.stream().anyMatch(statement::beginsWith);
    }

    private static String[] words(String... words) {
        return words;
    }
}
