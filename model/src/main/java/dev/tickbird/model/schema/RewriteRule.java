// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// A rule that rewrites queries (`create rule`); the rules that make views are left out.
///
/// @param relation the OID of its table or view
/// @param instead whether it replaces the query, otherwise it adds to it
/// @param definition the statement that creates it; null while somebody holds one of its tables exclusively
public record RewriteRule(
        long oid,
        String name,
        long relation,
        Event event,
        boolean instead,
        Firing firing,
        @Nullable String definition) implements OfRelation {

    public enum Event {
        INSERT,
        UPDATE,
        DELETE
    }
}
