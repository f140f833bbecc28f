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

    private static final Set<String> STATIC_LANGUAGES = Set.of("sql", "plpgsql");

    private final Function function;
    private final Map<String, Set<String>> homes = new TreeMap<>();
    private final Set<String> extensionSchemas;

    FunctionBody(Function function, Snapshot snapshot) {
        this.function = function;
        Map<String, Set<String>> known = snapshot.view(Names.class, Names::new).schemas;
        Set<String> words = words(function.source());
        words.stream().filter(known::containsKey).forEach(word -> homes.put(word, known.get(word)));
        extensionSchemas = snapshot.all(Extension.class).stream()
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

        Names(Snapshot snapshot) {
            snapshot.all(Table.class).forEach(it -> add(it.name(), it.schema()));
            snapshot.all(View.class).forEach(it -> add(it.name(), it.schema()));
            snapshot.all(Sequence.class).forEach(it -> add(it.name(), it.schema()));
            snapshot.all(Function.class).forEach(it -> add(it.name(), it.schema()));
            snapshot.all(Type.class).forEach(it -> add(it.name(), it.schema()));
            snapshot.all(Domain.class).forEach(it -> add(it.name(), it.schema()));
        }

        private void add(String name, String schema) {
            schemas.computeIfAbsent(name, key -> new TreeSet<>()).add(schema);
        }
    }
}
