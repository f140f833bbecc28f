// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.QualifiedName;

/// What a finding is about.
///
/// @param kind the kind of object in PostgreSQL's words: `table`, `index`, `setting`, `session`
/// @param name its name, quoted where SQL needs quotes
/// @param part what of it, such as `(customer_id)`; empty if it is the whole
public record Subject(String kind, String name, String part) {

    public Subject(String kind, String name) {
        this(kind, name, "");
    }

    public static Subject table(QualifiedName name) {
        return new Subject("table", name.toString());
    }

    public static Subject index(QualifiedName name) {
        return new Subject("index", name.toString());
    }

    public Subject at(String whatOfIt) {
        return new Subject(kind, name, whatOfIt);
    }

    /// The name in a form that stays the same from one run to the next.
    public String identity() {
        return name + part;
    }

    @Override
    public String toString() {
        return kind + ' ' + name;
    }
}
