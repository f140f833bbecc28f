// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

/// The name of an object in its schema; written as SQL needs it, so that it can be pasted.
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return Identifier.quoted(schema) + '.' + Identifier.quoted(name);
    }
}
