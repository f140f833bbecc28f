// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a statement the planner plans: the whole, or the query that fills a table or a cursor.
///
/// @param cursor how a cursor is declared, before its query, which is planned for its first rows; empty for any other
/// @param query what is planned
record Plannable(String cursor, String query) {

    private static final Set<String> UTILITIES = Set.of(
            ("abort alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare"
                            + " discard do drop end execute explain fetch grant import listen load lock move notify prepare"
                            + " reassign refresh reindex release reset revoke rollback savepoint security set show start"
                            + " truncate unlisten vacuum")
                    .split(" "));

    /// What stands between `create` and `table`.
    private static final Set<String> KINDS = Set.of("global", "local", "temp", "temporary", "unlogged", "materialized");

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "(");

    /// A word, a parenthesis, or what may hold anything.
    private static final Pattern PIECE =
            Pattern.compile("(?s)[eE]'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\""
                    + "|--[^\\n]*|/\\*.*?\\*/|\\$((?:[a-zA-Z_]\\w*)?)\\$.*?\\$\\1\\$|([a-zA-Z_][\\w$]*|[()])");

    private static final Pattern WITH_DATA = Pattern.compile("(?i)\\s+with\\s+(?:no\\s+)?data\\s*$");

    private record Word(String text, int start, int end, int depth) {}

    /// Empty if the planner has no part in the statement.
    static Optional<Plannable> of(String sql) {
        List<Word> words = words(sql);
        String verb = verb(words);
        if (!UTILITIES.contains(verb)) {
            return Optional.of(new Plannable("", sql));
        }
        return switch (verb) {
            case "create" -> makesTable(words) ? filling(sql, words) : Optional.empty();
            case "declare" -> behind("for", words).map(at -> new Plannable(sql.substring(0, at), sql.substring(at)));
            default -> Optional.empty();
        };
    }

    /// Its first word, in lower case; empty if there is none.
    static String verb(String sql) {
        return verb(words(sql));
    }

    private static String verb(List<Word> words) {
        return words.stream()
                .map(Word::text)
                .filter(word -> !word.equals("("))
                .findFirst()
                .orElse("");
    }

    private static boolean makesTable(List<Word> words) {
        for (Word word : words.subList(1, words.size())) {
            if (!KINDS.contains(word.text())) {
                return word.text().equals("table") || word.text().equals("view") && has(words, "materialized");
            }
        }
        return false;
    }

    private static boolean has(List<Word> words, String text) {
        return words.subList(0, Math.min(words.size(), 3)).stream()
                .anyMatch(word -> word.text().equals(text));
    }

    private static Optional<Plannable> filling(String sql, List<Word> words) {
        return behind("as", words)
                .map(at -> new Plannable(
                        "", WITH_DATA.matcher(sql.substring(at).strip()).replaceFirst("")));
    }

    /// Where the query begins that follows a word.
    private static Optional<Integer> behind(String text, List<Word> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (words.get(i).depth() == 0
                    && words.get(i).text().equals(text)
                    && QUERIES.contains(words.get(i + 1).text())) {
                return Optional.of(words.get(i + 1).start());
            }
        }
        return Optional.empty();
    }

    private static List<Word> words(String sql) {
        List<Word> words = new ArrayList<>();
        int depth = 0;
        Matcher matcher = PIECE.matcher(sql);
        while (matcher.find()) {
            if (matcher.group(2) == null) {
                continue;
            }
            String text = matcher.group(2).toLowerCase(Locale.ROOT);
            depth -= text.equals(")") ? 1 : 0;
            words.add(new Word(text, matcher.start(), matcher.end(), depth));
            depth += text.equals("(") ? 1 : 0;
        }
        return words;
    }
}
