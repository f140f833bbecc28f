// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.schema.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What an index finds and in which order, whatever its name and its spelling: a btree that is read backwards finds the
/// same, and `varchar_ops` is `text_ops` by another name.
///
/// @param expressions the key expressions, as one text; empty if there are none
/// @param predicate empty if every row is in it
/// @param parameters of methods other than btree and hash, the definition word by word: there, parameters matter
record Keys(String method, List<Key> keys, String expressions, String predicate, String parameters) {

    /// What stands before the method; names in quotes may hold anything.
    private static final Pattern DEFINITION =
            Pattern.compile("^CREATE (UNIQUE )?INDEX NAME ON (ONLY )?NAME\\.NAME USING "
                    .replace("NAME", "(\"([^\"]|\"\")*\"|[^\"\\s.]+)"));

    /// @param column empty for an expression
    record Key(String column, String operatorClass, String collation, boolean descending, boolean nullsFirst) {}

    static Keys of(Index index) {
        boolean backwards = !index.descending().isEmpty() && index.descending().getFirst();
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < index.columns().size(); i++) {
            keys.add(new Key(
                    index.columns().get(i),
                    plain(index.operatorClasses().get(i)),
                    index.collations().get(i),
                    index.descending().get(i) ^ backwards,
                    index.nullsFirst().get(i) ^ backwards));
        }
        boolean simple = index.method().equals("btree") || index.method().equals("hash");
        return new Keys(
                index.method(),
                keys,
                Objects.requireNonNullElse(index.expressions(), ""),
                Objects.requireNonNullElse(index.predicate(), ""),
                simple ? "" : written(index));
    }

    /// Method, keys and condition as the server writes them: `btree (id, day DESC) WHERE open`.
    static String written(Index index) {
        return DEFINITION.matcher(index.definition()).replaceFirst("");
    }

    /// ` both are …` or ` it is …, the other one …`.
    static String compared(Index index, Index other) {
        String own = written(index);
        String others = written(other);
        return own.equals(others) ? " both are " + own : " it is " + own + ", the other one " + others;
    }

    /// Whether one index does all that another does, and more: it has the same keys and further ones, or carries more.
    static boolean isWider(Index wider, Index index) {
        Set<String> carried = new HashSet<>(wider.columns());
        carried.addAll(wider.included());
        boolean hasMore = wider.columns().size() > index.columns().size()
                || wider.included().size() > index.included().size();
        return hasMore && of(index).begin(of(wider)) && carried.containsAll(index.included());
    }

    private boolean begin(Keys longer) {
        return method.equals(longer.method)
                && predicate.equals(longer.predicate)
                && parameters.equals(longer.parameters)
                && keys.size() <= longer.keys.size()
                && keys.equals(longer.keys.subList(0, keys.size()))
                && (expressions.isEmpty()
                        || expressions.equals(longer.expressions)
                        || longer.expressions.startsWith(expressions + ", "));
    }

    /// Classes that are another class by a second name.
    private static String plain(String operatorClass) {
        return switch (operatorClass) {
            case "varchar_ops" -> "text_ops";
            case "varchar_pattern_ops" -> "text_pattern_ops";
            case "cidr_ops" -> "inet_ops";
            default -> operatorClass;
        };
    }
}
