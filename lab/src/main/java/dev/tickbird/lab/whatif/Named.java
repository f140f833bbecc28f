// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An object as users name it: with its schema or without, quoted or not.
///
/// @param kind `table`, `index`
record Named(String kind, String text) {

    /// The one that is meant.
    ///
    /// @throws TickbirdException if there is none, or more than one
    QualifiedName among(Collection<QualifiedName> all) {
        List<QualifiedName> meant = all.stream().filter(this::means).distinct().toList();
        if (meant.isEmpty()) {
            List<String> names = all.stream()
                    .flatMap(name -> Stream.of(name.name(), name.toString()))
                    .distinct()
                    .toList();
            throw TickbirdException.usage(
                    kind + " \"" + text + "\" does not exist",
                    Suggestion.sentence(text, names).orElse(null));
        }
        if (meant.size() > 1) {
            throw TickbirdException.usage(
                    kind + " \"" + text + "\" exists more than once",
                    "Name it with its schema, such as " + meant.getFirst() + ".");
        }
        return meant.getFirst();
    }

    private boolean means(QualifiedName name) {
        String plain = text.replaceAll("\"([a-z_][a-z0-9_]*)\"", "$1"); // without quotes that change nothing
        String folded = plain.toLowerCase(Locale.ROOT);
        String quoted = name.toString();
        return Stream.of(name.name(), name.schema() + '.' + name.name(), quoted, Identifier.quoted(name.name()))
                .anyMatch(form -> form.equals(plain) || form.equals(folded));
    }
}
