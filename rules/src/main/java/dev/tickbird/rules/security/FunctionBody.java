// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Extension;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a function's body calls by name alone, and so finds along the search path. String literals are read too, for
/// they may become statements: a name too many makes the path longer, a name too few breaks the function.
final class FunctionBody {

    /// A name, perhaps behind a dot, or a comment to pass over.
    private static final Pattern WORD = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|(?<dot>\\.\\s*)?(?:\"(?<quoted>(?:[^\"]|\"\")+)\"|(?<plain>[\\p{L}_][\\p{L}\\p{N}_$]*))",
            Pattern.DOTALL);

    /// Extensions whose objects all begin with the extension's own name, and which bring no operators: a body that
    /// needs one of them names it.
    private static final Set<String> NAMED_THROUGHOUT = Set.of("pg_buffercache", "pg_stat_statements");

    private static final Set<String> STATIC_LANGUAGES = Set.of("sql", "plpgsql");

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /// What is read or written without naming a schema, and a parenthesis: in front of it is a function, unless it has
    /// the columns of an insert in it.
    private static final Pattern RELATION = Pattern.compile(
            "(?<!distinct\\s)\\b(?<verb>from|join|update|(?:insert|merge)\\s+into|truncate|table)\\s+(?:only\\s+)?"
                    + "(?:\"(?<quoted>(?:[^\"]|\"\")+)\"|(?<plain>[\\p{L}_][\\p{L}\\p{N}_$]*+))"
                    + "(?!\\s*\\.)(?<call>\\s*\\()?",
            Pattern.CASE_INSENSITIVE);

    private final Function function;
    private final Names known;
    private final Map<String, Set<String>> homes = new TreeMap<>();
    private final Set<String> extensionSchemas;

    FunctionBody(Function function, Snapshot snapshot) {
        this.function = function;
        known = snapshot.view(Names.class, Names::new);
        Set<String> words = words(function.source());
        words.stream().filter(known.schemas::containsKey).forEach(word -> homes.put(word, known.schemas.get(word)));
        extensionSchemas = snapshot.all(Extension.class).stream()
                .filter(extension -> !NAMED_THROUGHOUT.contains(extension.name())
                        || words.stream().anyMatch(word -> word.startsWith(extension.name())))
                .map(Extension::schema)
                .filter(schema -> !schema.equals("pg_catalog"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The user's own objects that it names without a schema.
    List<String> names() {
        return List.copyOf(homes.keySet());
    }

    /// The schemas that it needs, extensions' included, for their functions, types and operators have no qualifier
    /// either; none if everything is qualified or built in.
    List<String> schemas() {
        Set<String> needed = new TreeSet<>(extensionSchemas);
        homes.values().forEach(needed::addAll);
        return List.copyOf(needed);
    }

    /// The tables, views and sequences in these schemas that it reads or writes without naming the schema: a temporary
    /// table may be taken for them. Types are left out, for a column may bear the same name.
    List<String> relations(List<String> schemas) {
        Matcher matcher = RELATION.matcher(COMMENT.matcher(function.source()).replaceAll(" "));
        return matcher.results()
                .filter(place -> place.group("call") == null
                        || place.group("verb").toLowerCase(Locale.ROOT).endsWith("into"))
                .map(place -> place.group("quoted") == null
                        ? place.group("plain").toLowerCase(Locale.ROOT)
                        : place.group("quoted").replace("\"\"", "\""))
                .filter(name ->
                        known.relations.getOrDefault(name, Set.of()).stream().anyMatch(schemas::contains))
                .distinct()
                .sorted()
                .toList();
    }

    /// The names that several schemas have: which of them it means, its callers have decided so far.
    List<String> ambiguous() {
        return homes.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether it puts statements together, or is written in a language that only its interpreter reads, so that its
    /// text does not show all that it uses.
    boolean isOpaque() {
        return isOpaque(function);
    }

    static boolean isOpaque(Function function) {
        return !STATIC_LANGUAGES.contains(function.language())
                || (function.language().equals("plpgsql")
                        && words(function.source()).contains("execute"));
    }

    private static Set<String> words(String source) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(source);
        while (matcher.find()) {
            if (matcher.group("dot") == null) {
                if (matcher.group("quoted") != null) {
                    words.add(matcher.group("quoted").replace("\"\"", "\""));
                } else if (matcher.group("plain") != null) {
                    words.add(matcher.group("plain").toLowerCase(Locale.ROOT));
                }
            }
        }
        return words;
    }

    /// In which of the user's schemas each name is.
    private static final class Names {

        private final Map<String, Set<String>> schemas = new HashMap<>();
        private final Map<String, Set<String>> relations = new HashMap<>();

        Names(Snapshot snapshot) {
            snapshot.all(Table.class).forEach(it -> addRelation(it.name(), it.schema()));
            snapshot.all(View.class).forEach(it -> addRelation(it.name(), it.schema()));
            snapshot.all(Sequence.class).forEach(it -> addRelation(it.name(), it.schema()));
            snapshot.all(Function.class).forEach(it -> add(it.name(), it.schema(), schemas));
            snapshot.all(Type.class).forEach(it -> add(it.name(), it.schema(), schemas));
            snapshot.all(Domain.class).forEach(it -> add(it.name(), it.schema(), schemas));
        }

        private void addRelation(String name, String schema) {
            add(name, schema, schemas);
            add(name, schema, relations);
        }

        private static void add(String name, String schema, Map<String, Set<String>> names) {
            names.computeIfAbsent(name, key -> new TreeSet<>()).add(schema);
        }
    }
}
